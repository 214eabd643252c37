using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// VADER: exactly the numbers of vaderSentiment 3.3.2 on CPython 3.11, in time linear in the text and without allocating
/// once its buffers fit. One instance serves one thread at a time.
/// </summary>
/// <remarks>Hutto, C.J. and Gilbert, E.E. (2014). VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social
/// Media Text. ICWSM-14.</remarks>
public sealed class VaderScorer
{
    private static readonly string[] s_files = ["vader_lexicon.tsv", "emoji_names.tsv", "unicode_case.tsv"];
    private static readonly Lazy<(TokenTable Table, EmojiExpander Emoji, UnicodeCase Case, string Hash)> s_data = new(Load);

    private readonly TokenTable _table = s_data.Value.Table;
    private readonly EmojiExpander _emoji = s_data.Value.Emoji;
    private readonly TokenScanner _scanner = new(s_data.Value.Table, s_data.Value.Case);
    private byte[] _utf8 = new byte[4096];
    private byte[] _expanded = new byte[4096];
    private Token[] _tokens = new Token[1024];
    private int[] _positions = new int[1024];
    private double[] _valences = new double[1024];

    /// <summary>Name, edition, mode and the hash of lexicon, emoji names and case table.</summary>
    public ScorerVersion Version { get; } = new("sentiment", "vader", "3.3.2/reference", s_data.Value.Hash);

    /// <summary>Scores a text. Unpaired surrogates count as letters without case.</summary>
    public SentimentScore Score(ReadOnlySpan<char> text)
    {
        Grow(ref _utf8, Encoding.UTF8.GetMaxByteCount(text.Length));
        return Score(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    /// <summary>Scores a text in UTF-8. Invalid bytes count as letters without case.</summary>
    public SentimentScore Score(ReadOnlySpan<byte> utf8)
    {
        if (!Ascii.IsValid(utf8))
        {
            Grow(ref _expanded, checked(utf8.Length * _emoji.MaxGrowth));
            utf8 = _expanded.AsSpan(0, _emoji.Expand(utf8, _expanded));
        }

        var most = (utf8.Length / 2) + 1;
        Grow(ref _tokens, most);
        var (count, upper) = _scanner.Scan(utf8, _tokens);
        if (count == 0)
            return default;
        Grow(ref _positions, most);
        Grow(ref _valences, most);
        var emphasis = VaderScore.Emphasis(utf8.Count((byte)'!'), utf8.Count((byte)'?'));
        return Score(_tokens.AsSpan(0, count), capitalsDiffer: upper > 0 && upper < count, emphasis);
    }

    private SentimentScore Score(ReadOnlySpan<Token> tokens, bool capitalsDiffer, double emphasis)
    {
        var rules = new VaderRules(_table, tokens, capitalsDiffer);
        var (found, but) = (0, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Id == 0)
                continue;
            if (but < 0 && _table.Words[tokens[i].Id] == Word.But)
                but = i;
            var valence = rules.Valence(i);
            if (valence != 0)
                (_positions[found], _valences[found++]) = (i, valence);
        }

        if (but >= 0)
            VaderScore.WeighAroundBut(_positions.AsSpan(0, found), _valences.AsSpan(0, found), but);
        return VaderScore.Of(_valences.AsSpan(0, found), tokens.Length, emphasis);
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[Math.Max(length, buffer.Length * 2)];
    }

    private static (TokenTable Table, EmojiExpander Emoji, UnicodeCase Case, string Hash) Load()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = s_files.Select(name => Read(name, hash)).ToList();
        var lexicon = files[0].Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
        return (new TokenTable(lexicon), new EmojiExpander(files[1]), new UnicodeCase(files[2]),
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static List<string> Read(string name, IncrementalHash hash)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Sentiment/{name}")!; // built in
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return [.. text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];
    }
}
