using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Words, emoji and character classes, read from the data files that the library carries. Immutable.</summary>
internal sealed class VaderModel
{
    static readonly Lazy<VaderModel> Loaded = new(() => new VaderModel());

    VaderModel()
    {
        var lexicon = ReadResource("vader_lexicon.tsv");
        var emoji = ReadResource("emoji.tsv");
        var characters = ReadResource("unicode_case.tsv");
        Words = new WordTable(Rows(lexicon).ToDictionary(
            row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));
        Characters = new UnicodeTable(Rows(characters), Rows(emoji));
        Version = new ScorerVersion(
            "sentiment", "vader", "3.3.2/reference", HashOf([.. lexicon, .. emoji, .. characters]));
    }

    /// <summary>The one model, read at first use: about 9,000 short lines.</summary>
    public static VaderModel Shared => Loaded.Value;

    public WordTable Words { get; }

    public UnicodeTable Characters { get; }

    public ScorerVersion Version { get; }

    static byte[] ReadResource(string file)
    {
        using var stream = typeof(VaderModel).Assembly.GetManifestResourceStream($"Sentiment/{file}")
            ?? throw new UnreachableException($"Bug in DiscourseLens: the library lacks its data file '{file}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // A line that starts with # is a remark; no token, emoji or range starts so.
    static IEnumerable<string[]> Rows(byte[] file) =>
        from line in Encoding.UTF8.GetString(file).Split('\n')
        where line.Length > 0 && line[0] != '#'
        select line.Split('\t');

    static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
