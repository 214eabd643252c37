using System.Collections.Frozen;
using System.Text;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>The classes of well-known communities, for those that a study does not list: reviewed data, embedded by the build.</summary>
public static class KnownCommunities
{
    private const string File = "Relevance/communities.tsv";

    /// <summary>Community name, in any case, to class.</summary>
    public static IReadOnlyDictionary<string, string> Shipped { get; } = Parse(ReadShipped());

    /// <summary>The shipped classes with a study's own before them.</summary>
    /// <param name="own">Community name to class.</param>
    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var all = new Dictionary<string, string>(Shipped, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, community) in own)
            all[name] = community;
        return all;
    }

    /// <summary>Reads lines of name, tab, class; <c>#</c> begins a comment.</summary>
    /// <exception cref="LensException">A line is malformed, or a community stands twice.</exception>
    internal static FrozenDictionary<string, string> Parse(string content)
    {
        var classes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells.Length != 2 || cells[0].Length == 0 || !CommunityClasses.TryParse(cells[1], out _))
                throw new LensException($"Community list, line {number}: '{line}' is no name, tab and class; use {string.Join(", ", CommunityClasses.Names)}.");
            if (!classes.TryAdd(cells[0], cells[1]))
                throw new LensException($"Community list, line {number}: '{cells[0]}' stands here twice; remove one of the lines.");
        }
        return classes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string ReadShipped()
    {
        using var stream = typeof(KnownCommunities).Assembly.GetManifestResourceStream(File)!; // embedded by the build
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
