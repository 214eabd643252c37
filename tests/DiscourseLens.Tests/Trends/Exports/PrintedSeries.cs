using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Exports;
using Parquet;

namespace DiscourseLens.Tests.Trends.Exports;

/// <summary>The rows of an answer as each form prints them: series, start, end, state, coverage, n, authors, value, low, high, mark.</summary>
internal static class PrintedSeries
{
    private static readonly string[] s_columns = ["start", "end", "state", "coverage", "n", "authors", "value", "low", "high", "mark"];

    public static async Task<byte[]> BytesAsync(TrendAnswer answer, string form)
    {
        using var output = new MemoryStream();
        await TrendExport.All.Single(export => export.Name == form).WriteAsync(answer, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static async Task<List<string>> CsvAsync(TrendAnswer answer)
    {
        var first = answer.Query.Compare is null ? "|" : "";
        return Encoding.UTF8.GetString(await BytesAsync(answer, "csv")).TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => first + string.Join('|', line.Split(',').Take(s_columns.Length + (first.Length == 0 ? 1 : 0)))).ToList();
    }

    public static async Task<List<string>> JsonAsync(TrendAnswer answer)
    {
        using var document = JsonDocument.Parse(await BytesAsync(answer, "json"));
        var series = answer.Query.Compare is null ? [document.RootElement] : document.RootElement.GetProperty("series").EnumerateArray().ToList();
        return series.SelectMany(one => one.GetProperty("buckets").EnumerateArray().Select(bucket =>
            (answer.Query.Compare is null ? "" : one.GetProperty("value").GetString()) + "|"
            + string.Join('|', s_columns.Select(column => Text(bucket.GetProperty(column)))))).ToList();
    }

    public static async Task<List<string>> SvgAsync(TrendAnswer answer)
    {
        var svg = XDocument.Parse(Encoding.UTF8.GetString(await BytesAsync(answer, "svg")));
        return svg.Descendants().Where(element => element.Attribute("data-start") is not null)
            .Select(element => $"{element.Parent!.Attribute("data-series")?.Value}|"
                + string.Join('|', s_columns.Select(column => element.Attribute("data-" + column)!.Value))).ToList();
    }

    public static async Task<List<string>> ParquetAsync(TrendAnswer answer)
    {
        using var input = new MemoryStream(await BytesAsync(answer, "parquet"));
        await using var reader = await ParquetReader.CreateAsync(input, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var rows = (int)group.RowCount;
        var columns = new List<string[]> { answer.Query.Compare is null ? [.. Enumerable.Repeat("", rows)] : await TextsAsync(reader, group, "series", rows) };
        columns.Add(await InstantsAsync(reader, group, "start", rows));
        columns.Add(await InstantsAsync(reader, group, "end", rows));
        columns.Add(await TextsAsync(reader, group, "state", rows));
        columns.Add(await NumbersAsync(reader, group, "coverage", rows));
        columns.Add(await TextsAsync(reader, group, "n_text", rows));
        columns.Add(await TextsAsync(reader, group, "authors_text", rows));
        foreach (var name in new[] { "value", "low", "high" })
            columns.Add(await NumbersAsync(reader, group, name, rows));
        columns.Add(await TextsAsync(reader, group, "mark", rows));
        return Enumerable.Range(0, rows).Select(row => string.Join('|', columns.Select(column => column[row]))).ToList();
    }

    private static async Task<string[]> TextsAsync(ParquetReader reader, ParquetRowGroupReader group, string name, int rows)
    {
        var values = new string?[rows];
        await group.ReadAsync(reader.Schema.FindDataField(name), values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return values.Select(value => value ?? "").ToArray();
    }

    private static async Task<string[]> NumbersAsync(ParquetReader reader, ParquetRowGroupReader group, string name, int rows)
    {
        var values = new double?[rows];
        await group.ReadAsync<double>(reader.Schema.FindDataField(name), values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return values.Select(value => value?.ToString("R", CultureInfo.InvariantCulture) ?? "").ToArray();
    }

    private static async Task<string[]> InstantsAsync(ParquetReader reader, ParquetRowGroupReader group, string name, int rows)
    {
        var values = new DateTime[rows];
        await group.ReadAsync<DateTime>(reader.Schema.FindDataField(name), values.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return values.Select(value => value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToArray();
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => cell.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => cell.GetString()!,
    };
}
