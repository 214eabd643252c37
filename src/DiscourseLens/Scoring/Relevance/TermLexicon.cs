using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens.Scoring.Relevance;

/// <summary>The reviewed terms of all concepts, read from a directory of <c>.tsv</c> files.</summary>
/// <remarks>
/// The files are data for people to review and amend; each one's head explains its columns. Source of the first
/// edition: the project's term table, drawn from the drug-slang literature.
/// </remarks>
public sealed class TermLexicon
{
    private static readonly (string File, Concepts Concept)[] Files =
    [
        ("mdma.tsv", Concepts.Mdma),
        ("psilocybin.tsv", Concepts.Psilocybin),
        ("ketamine.tsv", Concepts.Ketamine),
        ("lsd.tsv", Concepts.Lsd),
        ("other.tsv", Concepts.Other),
        ("general.tsv", Concepts.General),
        ("condition.tsv", Concepts.Condition),
        ("therapy.tsv", Concepts.Therapy),
        ("advertising.tsv", Concepts.None),
        ("recreation.tsv", Concepts.None),
    ];

    private TermLexicon(IReadOnlyList<TermEntry> entries, string hash)
    {
        Entries = entries;
        Hash = hash;
        Trie = new TermTrie(entries);
    }

    /// <summary>Lower-case hex SHA-256 over names and contents of all files, line ends made alike.</summary>
    public string Hash { get; }

    internal IReadOnlyList<TermEntry> Entries { get; }

    internal TermTrie Trie { get; }

    /// <summary>Where the shipped files lie: <c>terms</c> beside the program.</summary>
    public static string ShippedDirectory => Path.Combine(AppContext.BaseDirectory, "terms");

    /// <summary>Loads the shipped files.</summary>
    /// <exception cref="LensException">As for <see cref="Load"/>.</exception>
    public static TermLexicon LoadShipped() => Load(ShippedDirectory);

    /// <summary>Loads all term files of a directory.</summary>
    /// <param name="directory">Where the files lie.</param>
    /// <param name="targetFiles">Target id to the file that a study uses for it; null for the shipped names.</param>
    /// <exception cref="LensException">A file is missing or unreadable, or a line is malformed; the message names file,
    /// line and fix.</exception>
    public static TermLexicon Load(string directory, IReadOnlyDictionary<string, string>? targetFiles = null)
    {
        var entries = new List<TermEntry>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (shipped, concept) in Files)
        {
            var file = targetFiles?.GetValueOrDefault(Targets.IdsOf(concept).FirstOrDefault("")) ?? shipped;
            var content = ReadFile(Path.Combine(directory, file));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{content}"));
            entries.AddRange(TermFile.Parse(file, content, concept));
        }
        return new TermLexicon(entries, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path).ReplaceLineEndings("\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LensException($"Term file '{path}' cannot be read; restore it from the installation.", fault);
        }
    }
}
