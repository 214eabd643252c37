using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// Words, emoji and character classes, read from the data files that the library carries and the user's lexicon. Immutable.
/// </summary>
internal sealed class VaderModel
{
    static readonly Lazy<VaderModel> Loaded = new(() => new VaderModel(new SentimentOptions()));

    readonly Dictionary<string, double> _lexicon;

    /// <exception cref="LensException">The user's lexicon cannot be read.</exception>
    public VaderModel(SentimentOptions options)
    {
        var user = options.Lexicon.Length == 0 ? UserLexicon.None : UserLexicon.Load(options.Lexicon);
        var lexicon = ReadResource("vader_lexicon.tsv");
        var emoji = ReadResource("emoji.tsv");
        var characters = ReadResource("unicode_case.tsv");
        _lexicon = Rows(lexicon).ToDictionary(
            row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        user.Change(_lexicon);
        Mode = options.Mode;
        Words = new WordTable(_lexicon);
        Characters = new UnicodeTable(Rows(characters), Rows(emoji));
        Version = new ScorerVersion(
            "sentiment", "vader", $"3.3.2/{Mode.ToString().ToLowerInvariant()}{(user.IsEmpty ? "" : "+lexicon")}",
            HashOf([.. lexicon, .. emoji, .. characters, .. user.Bytes]));
    }

    VaderModel(VaderModel other, IReadOnlySet<string> without)
    {
        _lexicon = other._lexicon.Where(entry => !without.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal);
        Words = new WordTable(_lexicon);
        (Mode, Characters, Version) = (other.Mode, other.Characters, other.Version);
    }

    /// <summary>The model without settings, read at first use: about 9,000 short lines.</summary>
    public static VaderModel Shared => Loaded.Value;

    public SentimentMode Mode { get; }

    public WordTable Words { get; }

    public UnicodeTable Characters { get; }

    public ScorerVersion Version { get; }

    /// <summary>The same model to which some words mean nothing.</summary>
    public VaderModel Without(IReadOnlySet<string> words) => new(this, words);

    /// <summary>A data file of the library.</summary>
    internal static byte[] ReadResource(string file)
    {
        using var stream = typeof(VaderModel).Assembly.GetManifestResourceStream($"Sentiment/{file}")
            ?? throw new UnreachableException($"Bug in DiscourseLens: the library lacks its data file '{file}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // A line that starts with # is a remark; no token, emoji or range starts so.
    internal static IEnumerable<string[]> Rows(byte[] file) =>
        from line in Encoding.UTF8.GetString(file).Split('\n')
        where line.Length > 0 && line[0] != '#'
        select line.Split('\t');

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
