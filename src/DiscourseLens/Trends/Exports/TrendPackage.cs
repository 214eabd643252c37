using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace DiscourseLens.Trends.Exports;

/// <summary>Writes an answer as a zip to be kept or published: data, metadata, a readme and how to cite it.</summary>
public static class TrendPackage
{
    private static readonly DateTimeOffset s_never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip; the same bytes for the same answer.</summary>
    public static void Write(TrendAnswer answer, Stream output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "data.csv", writer => TrendCsv.Write(answer, writer));
        Add(zip, "metadata.json", writer => TrendMetadata.Write(answer, writer));
        Add(zip, "README.txt", writer => writer.Write(Readme(answer)));
        Add(zip, "CITATION.cff", writer => writer.Write(Citation(answer)));
    }

    private static void Add(ZipArchive zip, string name, Action<TextWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_never;
        using var text = new StreamWriter(entry.Open(), new UTF8Encoding(false)) { NewLine = "\n" };
        write(text);
    }

    private static string Readme(TrendAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"""
        {(answer.Store.Notice is null ? "" : answer.Store.Notice + "\n\n")}{(answer.Mark is null ? "" : answer.Mark + "\n\n")}{Codebook.Meaning(answer.Query.Measure)}

        {string.Join('\n', answer.Series.Select(series => (series.Value is null ? "" : series.Value + ": ") + string.Join(' ', [series.Trend.Headline, .. series.Trend.Notes])))}

        data.csv       one line a bucket; metadata.json tells what the columns and states mean
        metadata.json  the query, the scorers, the limits
        CITATION.cff   how to cite it

        Asked: /api/trend?{answer.Query}
        Posts chosen by {answer.Gate}, measured by {answer.Scorer}.
        Cells of fewer than {answer.Store.Limits.Suppression.MinPosts} posts or {answer.Store.Limits.Suppression.MinAuthors} known authors are suppressed: no value, and the count as "<{answer.Store.Limits.Suppression.MinPosts}".
        An empty value is not a zero. A missing bucket was not collected, or its texts had expired before the scorer in use came.
        The numbers describe posts collected from named communities. They are not public opinion, and no evidence that a treatment works.

        """).ReplaceLineEndings("\n");

    private static string Citation(TrendAnswer answer) => $"""
        cff-version: 1.2.0
        message: If you use these numbers, cite the program that made them, its version, and the scorers.
        title: {Quoted($"DiscourseLens series: {answer.Query}")}
        type: dataset
        authors:
          - name: The DiscourseLens authors
        version: {Quoted(ProgramVersion.Text)}
        abstract: {Quoted($"{Codebook.Meaning(answer.Query.Measure)} Posts chosen by {answer.Gate}, measured by {answer.Scorer}.")}

        """.ReplaceLineEndings("\n");

    // A JSON string is a YAML string, whatever the text holds.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
