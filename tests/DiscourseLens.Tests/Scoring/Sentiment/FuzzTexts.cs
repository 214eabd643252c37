using System.Text;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>Odd texts by the seed: mixed case, emoji, joined emoji, combining marks, every white space, controls, lone surrogates.</summary>
internal sealed class FuzzTexts(int seed)
{
    private const int LongestLine = 1_000_000;

    // Python's white space, and characters that only look like it.
    private static readonly string s_spaces =
        " \t\n\v\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
        + "\u200b\u200c\u200d\u2060\ufeff\u180e\u00ad";

    private static readonly string[] s_words =
    [
        "good", "bad", "love", "hate", "great", "awful", "no", "nor", "or", "kind", "of", "sort", "not", "never", "so", "this", "without", "doubt",
        "least", "at", "very", "but", "isn't", "wouldn't've", "the", "shit", "bomb", "bus", "stop", "yeah", "right", "beating", "broken", "heart",
        "kiss", "death", "to", "die", "for", "just", "enough", "really", "barely", "therapy", "ketamine", "depression", "cafe\u0301", "naïve", "ﬁne",
        "ǅ", "Ⓐ", "ʰ", "\u212a", "ß", "İ", "ı", "中文", "42", "3.5", ":)", ":D", "<3", "!", "??", "--", "&", "n't", "…",
    ];

    private static readonly string[] s_emoji =
    [
        "😊", "💔", "☹", "❤️", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "👩🏿‍⚕️", "🇵🇹", "1️⃣", "©", "®", "🎒", "☝🏻", "e\u0301\u0323\u0308", "\u0301", "\u20dd",
    ];

    private readonly Random _chance = new(seed);

    /// <summary>The next text; about one in 20,000 is a line of a megabyte.</summary>
    public string Next()
    {
        var text = new StringBuilder();
        for (var pieces = _chance.Next(40); pieces > 0; pieces--)
            Append(text);
        if (_chance.Next(20_000) != 0 || text.Length == 0)
            return text.ToString();
        var unit = text.ToString();
        while (text.Length < LongestLine)
            text.Append(unit);
        return text.ToString(0, LongestLine);
    }

    private void Append(StringBuilder text)
    {
        switch (_chance.Next(12))
        {
            case 0: text.Append(Pick(s_emoji)); break;
            case 1: text.Append((char)_chance.Next(0x20)).Append((char)_chance.Next(0x7f, 0xa0)); break;
            case 2: text.Append((char)_chance.Next(0xd800, 0xe000)); break;
            case 3: text.Append(new Rune(_chance.Next(0x10000, 0x110000)).ToString()); break;
            case 4: text.Append((char)_chance.Next(0x21, 0x7f), _chance.Next(1, 80)); break;
            case 5: text.Append((char)_chance.Next(0x80, 0xd800)); break;
            default: text.Append(Cased(Pick(s_words))); break;
        }

        if (_chance.Next(10) != 0)
            text.Append(_chance.Next(3) == 0 ? s_spaces[_chance.Next(s_spaces.Length)] : ' ');
    }

    private string Cased(string word) => _chance.Next(4) switch
    {
        0 => word.ToUpperInvariant(),
        1 => string.Concat(word.Select(c => _chance.Next(2) == 0 ? char.ToUpperInvariant(c) : c)),
        _ => word,
    };

    private string Pick(string[] from) => from[_chance.Next(from.Length)];
}
