using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Cuts an expanded text into tokens as Python does: split at white space, strip punctuation from words.</summary>
internal sealed class TokenScanner(TokenTable table, UnicodeCase unicode)
{
    /// <summary>Stripped tokens of at most two code points stay as they were: they may be emoticons.</summary>
    private const int LongestEmoticon = 2;

    [Flags]
    private enum Kind : byte { None = 0, Space = 1, Upper = 2, Lower = 4, Punctuation = 8, High = 16 }

    private static readonly Kind[] s_kinds = [.. Enumerable.Range(0, 256).Select(KindOf)];

    /// <summary>Writes the tokens of a text; returns their number and how many are in capitals.</summary>
    public (int Count, int Upper) Scan(ReadOnlySpan<byte> text, Span<Token> tokens)
    {
        var (count, upper, at) = (0, 0, 0);
        while (true)
        {
            while (at < text.Length && (s_kinds[text[at]] & Kind.Space) != 0)
                at++;
            if (at == text.Length)
                return (count, upper);
            var start = at;
            var kinds = Kind.None;
            for (; at < text.Length && s_kinds[text[at]] is var kind && (kind & Kind.Space) == 0; at++)
                kinds |= kind;
            var token = Read(text[start..at], kinds);
            tokens[count++] = token;
            upper += token.IsUpper ? 1 : 0;
        }
    }

    private Token Read(ReadOnlySpan<byte> word, Kind kinds)
    {
        if ((kinds & Kind.Punctuation) != 0)
            word = Strip(word, kinds);
        var isUpper = (kinds & Kind.High) == 0 ? (kinds & (Kind.Upper | Kind.Lower)) == Kind.Upper : IsUpper(word);
        var row = table.Find(word);
        return new Token(row, isUpper, row == 0 && (kinds & Kind.Punctuation) != 0 && ContainsNt(word));
    }

    private static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> word, Kind kinds)
    {
        var (start, end) = (0, word.Length);
        while (start < end && (s_kinds[word[start]] & Kind.Punctuation) != 0)
            start++;
        while (end > start && (s_kinds[word[end - 1]] & Kind.Punctuation) != 0)
            end--;
        var stripped = word[start..end];
        var length = (kinds & Kind.High) == 0 ? stripped.Length : CodePoints(stripped);
        return length <= LongestEmoticon ? word : stripped;
    }

    private static int CodePoints(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var unit in text)
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        return count;
    }

    private bool IsUpper(ReadOnlySpan<byte> word)
    {
        var upper = false;
        while (word.Length > 0)
        {
            Rune.DecodeFromUtf8(word, out var rune, out var length);
            switch (unicode.Of(rune.Value))
            {
                case < 0: return false;
                case > 0: upper = true; break;
            }

            word = word[length..];
        }

        return upper;
    }

    private static bool ContainsNt(ReadOnlySpan<byte> word)
    {
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] == (byte)'\'' && (word[i - 1] | 0x20) == 'n' && (word[i + 1] | 0x20) == 't')
                return true;
        }

        return false;
    }

    private static Kind KindOf(int unit) => unit switch
    {
        >= 9 and <= 13 or >= 0x1C and <= 0x20 => Kind.Space,
        >= 'A' and <= 'Z' => Kind.Upper,
        >= 'a' and <= 'z' => Kind.Lower,
        >= '0' and <= '9' or < 0x20 or 0x7F => Kind.None,
        >= 0x80 => Kind.High,
        _ => Kind.Punctuation,
    };
}
