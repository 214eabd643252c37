using System.Collections.Frozen;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>One character to what it is read as. Source: the NFKC mappings of Unicode 15 whose result is ASCII.</summary>
internal static class CompatibilityFold
{
    // Character and reading, pair by pair: superscripts, subscripts, letterlike symbols, Roman numerals.
    private const string Readings =
        "\u00AAa\u00B22\u00B33\u00B91\u00BAo\u017Fs\u02B0h\u02B2j\u02B3r\u02B7w\u02B8y\u02E1l\u02E2s\u02E3x" +
        "\u1D2Ca\u1D2Eb\u1D30d\u1D31e\u1D33g\u1D34h\u1D35i\u1D36j\u1D37k\u1D38l\u1D39m\u1D3An\u1D3Co\u1D3Ep" +
        "\u1D3Fr\u1D40t\u1D41u\u1D42w\u1D43a\u1D47b\u1D48d\u1D49e\u1D4Dg\u1D4Fk\u1D50m\u1D52o\u1D56p\u1D57t" +
        "\u1D58u\u1D5Bv\u1D62i\u1D63r\u1D64u\u1D65v\u1D9Cc\u1DA0f\u1DBBz\u20700\u2071i\u20744\u20755\u20766" +
        "\u20777\u20788\u20799\u207Fn\u20800\u20811\u20822\u20833\u20844\u20855\u20866\u20877\u20888\u20899" +
        "\u2090a\u2091e\u2092o\u2093x\u2095h\u2096k\u2097l\u2098m\u2099n\u209Ap\u209Bs\u209Ct\u2102c\u210Ag" +
        "\u210Bh\u210Ch\u210Dh\u210Eh\u2110i\u2111i\u2112l\u2113l\u2115n\u2119p\u211Aq\u211Br\u211Cr\u211Dr" +
        "\u2124z\u2128z\u212Ak\u212Cb\u212Dc\u212Fe\u2130e\u2131f\u2133m\u2134o\u2139i\u2145d\u2146d\u2147e" +
        "\u2148i\u2149j\u2160i\u2164v\u2169x\u216Cl\u216Dc\u216Ed\u216Fm\u2170i\u2174v\u2179x\u217Cl\u217Dc" +
        "\u217Ed\u217Fm\u24601\u24612\u24623\u24634\u24645\u24656\u24667\u24678\u24689\u24EA0\u2C7Cj\u2C7Dv" +
        "\uA7F2c\uA7F3f\uA7F4q";

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static readonly FrozenDictionary<char, char> Table = Enumerable.Range(0, Readings.Length / 2)
        .ToFrozenDictionary(i => Readings[2 * i], i => Readings[2 * i + 1]);

    /// <summary>Writes the reading of a unit that is no surrogate pair, or of a lone surrogate; 0 to 3 units.</summary>
    public static int Single(char c, Span<char> to)
    {
        if (IsInvisible(c)) return 0;
        if (c is >= '\uFB00' and <= '\uFB06')
        {
            Ligatures[c - '\uFB00'].CopyTo(to);
            return Ligatures[c - '\uFB00'].Length;
        }
        to[0] = Read(c);
        return 1;
    }

    /// <summary>Writes the reading of a surrogate pair: 1 unit where it is a styled letter or digit, else the pair.</summary>
    public static int Pair(char high, char low, Span<char> to)
    {
        var point = char.ConvertToUtf32(high, low);
        to[0] = point switch
        {
            // Mathematical alphabets: A to Z then a to z, thirteen times over; then 0 to 9, five times over.
            >= 0x1D400 and <= 0x1D6A3 => (char)('a' + (point - 0x1D400) % 26),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + (point - 0x1D7CE) % 10),
            // Squared, negative circled and negative squared capitals are read as letters, as people use them.
            >= 0x1F130 and <= 0x1F149 => (char)('a' + (point - 0x1F130)),
            >= 0x1F150 and <= 0x1F169 => (char)('a' + (point - 0x1F150)),
            >= 0x1F170 and <= 0x1F189 => (char)('a' + (point - 0x1F170)),
            _ => high,
        };
        if (to[0] != high) return 1;
        to[1] = low;
        return 2;
    }

    private static char Read(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        >= '\u24B6' and <= '\u24CF' => (char)('a' + (c - '\u24B6')),
        >= '\u24D0' and <= '\u24E9' => (char)('a' + (c - '\u24D0')),
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u00B4' or '\u02BC' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u00A0' or '\u202F' or '\u3000' or (>= '\u2000' and <= '\u200A') => ' ',
        // Micro sign and mu: people write ug.
        '\u00B5' or '\u03BC' => 'u',
        _ => Table.TryGetValue(c, out var reading) ? reading : char.ToLowerInvariant(c),
    };

    // Zero-width and direction marks, soft hyphen, variation selectors: written into words to hide them from filters.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069')
        or (>= '\uFE00' and <= '\uFE0F');
}
