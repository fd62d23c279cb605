package outpost.devices.internal;

import java.util.Random;

/** Names as they come from catalogs of all the world. */
final class RandomText {
    private static final String[] ALPHABETS = {
        "abcdefghijklmnopqrstuvwxyz ABCDEFG 0123456789 -.,%&/",
        "äöüßéèçñÅø€£ ",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВ ",
        "қўғҳ ʻʼ‘’ ",
        "ąćęłńóśźż ",
        "茶叶牛奶 にほん 한국 ",
        "ابجد हिन्दी ไทย "
    };

    private RandomText() {}

    static String of(Random random, int most) {
        StringBuilder text = new StringBuilder();
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        int length = random.nextInt(most + 1);
        while (text.length() < length) {
            if (random.nextInt(10) == 0) {
                alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            }
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
