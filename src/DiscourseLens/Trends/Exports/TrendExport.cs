using System.Globalization;
using System.Text;
using DiscourseLens.Trends.Figures;

namespace DiscourseLens.Trends.Exports;

/// <summary>A form in which an answer can leave the program. All are made from the same computed series.</summary>
/// <param name="Name">The suffix of its files and addresses, without the dot.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="IsText">Whether it can be read on a terminal.</param>
/// <param name="WriteAsync">Writes an answer.</param>
public sealed record TrendExport(string Name, string ContentType, bool IsText, Func<TrendAnswer, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>Every form.</summary>
    public static IReadOnlyList<TrendExport> All { get; } =
    [
        Text("json", "application/json", TrendJson.Write),
        Text("csv", "text/csv; charset=utf-8", TrendCsv.Write),
        new("parquet", "application/vnd.apache.parquet", false, TrendParquet.WriteAsync),
        Text("svg", "image/svg+xml", (answer, output) => FigureSvg.Write(TrendFigure.Of(answer), output)) with { MostCells = TrendFigure.MostCells },
        Bytes("png", "image/png", (answer, output) => FigurePng.Write(TrendFigure.Of(answer), output)) with { MostCells = TrendFigure.MostCells },
        Text("metadata.json", "application/json", TrendMetadata.Write),
        Bytes("zip", "application/zip", TrendPackage.Write),
    ];

    /// <summary>Buckets that an answer in this form may hold: a drawing has no room for as many as a table.</summary>
    public int MostCells { get; init; } = TrendAnswer.MostCells;

    /// <summary>The name of a file that holds an answer in this form.</summary>
    public string FileName(TrendQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return $"discourselens-{query.Measure}-{query.Target}{(query.Facet is { } facet ? $"-{facet.Key}-{facet.Value}" : "")}-by-{query.By}.{Name}".ToLowerInvariant();
    }

    private static TrendExport Text(string name, string contentType, Action<TrendAnswer, TextWriter> write) =>
        new(name, contentType, true, async (answer, output, cancellationToken) =>
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            write(answer, text);
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        });

    private static TrendExport Bytes(string name, string contentType, Action<TrendAnswer, Stream> write) =>
        new(name, contentType, false, async (answer, output, cancellationToken) =>
        {
            using var buffer = new MemoryStream();
            write(answer, buffer);
            buffer.Position = 0;
            await buffer.CopyToAsync(output, cancellationToken);
        });
}
