using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Trends.Frozen;

/// <summary>The texts of a snapshot that say what it is and how to cite it.</summary>
internal static class FrozenTexts
{
    /// <summary><c>README.txt</c>.</summary>
    public static string Readme(FrozenContent content) =>
        $"""
        A frozen series of public talk about psychedelic therapy
        =========================================================

        Study:    {content.Study ?? "(no name)"}
        As of:    {FrozenMetadata.AsOf(content) ?? "unknown"} (the last capture in the store)
        Query:    {(content.Query.ToString() is { Length: > 0 } query ? query : "everything, by month")}
        Program:  {FrozenMetadata.Program}
        {(content.Notice is { } notice ? notice + "\n" : "")}
        data.csv        the series: one row a bucket, measure and target
        metadata.json   what was asked, scorers with their hashes, limits, a sentence a series
        definitions.md  what columns, measures and states mean
        codebook.md     what the labels of stance mean
        methods.md      every formula, and what is known to be wrong
        CITATION.cff    how to cite it
        SHA256SUMS      the hash of every other file; its own hash names the snapshot

        Check it with `sha256sum -c SHA256SUMS`, or `discourselens freeze verify`.

        It holds counts and means of many posts, and no row about a single post or author. The live series change when posts are deleted,
        scored anew or collected later; this one does not.

        """.ReplaceLineEndings("\n");

    /// <summary><c>CITATION.cff</c>, version 1.2.0.</summary>
    /// <param name="content">What is cited.</param>
    /// <param name="dataHash">SHA-256 of <c>data.csv</c>.</param>
    public static string Citation(FrozenContent content, string dataHash)
    {
        var day = content.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var study = Quoted(content.Study ?? "A study of public threads");
        return $"""
            cff-version: 1.2.0
            message: "Cite the data by its hash, and the program by its version."
            type: dataset
            title: {study}
            authors:
              - name: {study}
            {(day is null ? "" : $"version: \"{day}\"\ndate-released: {day}\n")}identifiers:
              - type: other
                value: "sha256:{dataHash}"
                description: "SHA-256 of data.csv"
            references:
              - type: software
                title: "{FrozenMetadata.Program}"
                authors:
                  - name: "The DiscourseLens authors"

            """.ReplaceLineEndings("\n");
    }

    // A JSON string is a YAML string too, whatever the study is called.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
