using System.Security.Cryptography;
using System.Text;

namespace DiscourseLens;

/// <summary>
/// The conditions that a post can name, told by the lexicon's terms. That a text names a condition is no diagnosis of
/// whoever wrote it. The list is no part of the gate: another one changes no score. Scoring notes them and series are kept by
/// them, so they belong to no stage.
/// </summary>
public static class Conditions
{
    private static readonly string s_text = ReadShipped();

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static IReadOnlyList<NamedCondition> All { get; } =
        [.. s_text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <summary>Hash of the list, eight hex digits.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s_text)))[..8];

    private static readonly ILookup<string, string> s_ids =
        All.SelectMany(each => each.Terms.Select(term => (term, each.Id))).ToLookup(pair => pair.term, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>The ids of the conditions that a term of the lexicon names; none for most.</summary>
    public static IEnumerable<string> NamedBy(string term) => s_ids[term];

    private static NamedCondition Parse(string line) => line.Split('\t') is [var id, var name, var terms]
        ? new(id, name, terms.Split('|'))
        : throw new System.Diagnostics.UnreachableException($"Bug in DiscourseLens: conditions.tsv has the line '{line}'.");

    private static string ReadShipped()
    {
        using var stream = typeof(Conditions).Assembly.GetManifestResourceStream("Relevance/conditions.tsv")!; // embedded
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
