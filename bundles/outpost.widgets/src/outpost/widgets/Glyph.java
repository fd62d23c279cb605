package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Small pictures drawn with lines, so that they take any colour and stay sharp at any size. */
public enum Glyph {
    PLUS {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawLine(x, y + size / 2, x + size, y + size / 2);
            gc.drawLine(x + size / 2, y, x + size / 2, y + size);
        }
    },
    MINUS {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawLine(x, y + size / 2, x + size, y + size / 2);
        }
    },
    CROSS {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawLine(x, y, x + size, y + size);
            gc.drawLine(x, y + size, x + size, y);
        }
    },
    CHECK {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawPolyline(new int[] {x, y + size / 2, x + size * 3 / 8, y + size * 7 / 8, x + size, y + size / 8});
        }
    },
    SEARCH {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int lens = size * 2 / 3;
            gc.drawOval(x, y, lens, lens);
            gc.drawLine(x + lens - lens / 8, y + lens - lens / 8, x + size, y + size);
        }
    },
    BACKSPACE {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int half = size / 2;
            int edge = size * 3 / 8;
            int[] outline = {
                x - edge,
                y + half,
                x,
                y + size / 8,
                x + size,
                y + size / 8,
                x + size,
                y + size * 7 / 8,
                x,
                y + size * 7 / 8
            };
            gc.drawPolygon(outline);
            int inset = size / 3;
            gc.drawLine(x + inset, y + inset + 1, x + size - inset, y + size - inset - 1);
            gc.drawLine(x + inset, y + size - inset - 1, x + size - inset, y + inset + 1);
        }
    },
    RETURN {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int low = y + size * 5 / 8;
            int tip = size / 4;
            gc.drawPolyline(new int[] {x + size, y + size / 8, x + size, low, x, low});
            gc.drawPolyline(new int[] {x + tip, low - tip, x, low, x + tip, low + tip});
        }
    },
    BASKET {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int handle = size * 2 / 5;
            int inset = size / 6;
            gc.drawPolygon(
                    new int[] {x, y + handle, x + size, y + handle, x + size - inset, y + size, x + inset, y + size});
            gc.drawLine(x + inset, y + handle, x + handle, y);
            gc.drawLine(x + size - inset, y + handle, x + size - handle, y);
        }
    },
    ALERT {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawOval(x, y, size, size);
            gc.drawLine(x + size / 2, y + size / 4, x + size / 2, y + size * 9 / 16);
            gc.drawLine(x + size / 2, y + size * 3 / 4, x + size / 2, y + size * 3 / 4 + 1);
        }
    },
    GEAR {
        @Override
        void lines(GC gc, int x, int y, int size) {
            for (int row = 0; row < 3; row++) {
                int line = y + size * (2 * row + 1) / 6;
                int knob = x + size * (row == 1 ? 2 : 5) / 8;
                int radius = size / 8;
                gc.drawLine(x, line, knob - radius, line);
                gc.drawLine(knob + radius, line, x + size, line);
                gc.drawOval(knob - radius, line - radius, 2 * radius, 2 * radius);
            }
        }
    },
    LOCK {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int top = y + size * 7 / 16;
            gc.drawRectangle(x + size / 8, top, size * 3 / 4, y + size - top);
            gc.drawArc(x + size / 4, y, size / 2, size * 7 / 8, 0, 180);
        }
    },
    PERSON {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawOval(x + size / 4, y, size / 2, size / 2);
            gc.drawArc(x, y + size * 5 / 8, size, size * 3 / 4, 0, 180);
        }
    },
    DRAWER {
        @Override
        void lines(GC gc, int x, int y, int size) {
            gc.drawRectangle(x, y + size / 4, size, size / 2);
            gc.drawLine(x + size * 3 / 8, y + size / 2, x + size * 5 / 8, y + size / 2);
            gc.drawLine(x + size / 8, y + size, x + size * 7 / 8, y + size);
        }
    },
    RECEIPT {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int left = x + size / 8;
            int right = x + size * 7 / 8;
            int tooth = size / 8;
            gc.drawPolyline(new int[] {
                left,
                y,
                right,
                y,
                right,
                y + size,
                right - tooth,
                y + size - tooth,
                right - 2 * tooth,
                y + size,
                right - 3 * tooth,
                y + size - tooth,
                right - 4 * tooth,
                y + size,
                right - 5 * tooth,
                y + size - tooth,
                left,
                y + size,
                left,
                y
            });
            gc.drawLine(left + tooth, y + size / 4, right - tooth, y + size / 4);
            gc.drawLine(left + tooth, y + size / 2, right - tooth, y + size / 2);
        }
    },
    KEY {
        @Override
        void lines(GC gc, int x, int y, int size) {
            int ring = size / 2;
            gc.drawOval(x, y + ring / 2, ring, ring);
            gc.drawLine(x + ring, y + ring, x + size, y + ring);
            gc.drawLine(x + size, y + ring, x + size, y + ring + ring / 2);
            gc.drawLine(x + size * 3 / 4, y + ring, x + size * 3 / 4, y + ring + ring / 3);
        }
    };

    abstract void lines(GC gc, int x, int y, int size);

    /** Draws into a square in the GC's foreground colour; the line is a tenth of the square, at least 2 pixels. */
    public void draw(GC gc, int x, int y, int size) {
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(Math.max(2, size / 10));
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineJoin(SWT.JOIN_ROUND);
        lines(gc, x, y, size);
        gc.setLineWidth(1);
    }
}
