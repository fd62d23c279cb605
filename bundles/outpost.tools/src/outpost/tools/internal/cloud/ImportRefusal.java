package outpost.tools.internal.cloud;

import java.util.List;

/**
 * Why nothing of a file was imported.
 *
 * @param bad the first bad rows
 */
public record ImportRefusal(String code, String message, long rows, long badRows, List<ImportAnswer.BadRow> bad) {}
