using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>
/// Writes a trend's buckets as CSV (RFC 4180, but line feeds end lines), with a header. No cell can start a formula in a
/// spreadsheet: every cell is a number, a time or one of the program's own words.
/// </summary>
public static class TrendCsv
{
    /// <summary>Writes the header and one line a bucket; what is null is an empty cell.</summary>
    public static void Write(Trend trend, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(trend);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("start,end,state,coverage,n,authors,value,low,high,mark\n");
        foreach (var bucket in trend.Buckets)
        {
            output.Write(string.Join(',', Cells(bucket)));
            output.Write('\n');
        }
    }

    private static IEnumerable<string> Cells(TrendBucket bucket) =>
    [
        UtcDay.Text(bucket.Start), UtcDay.Text(bucket.End), bucket.State.Text(), Number(bucket.Coverage),
        bucket.N.ToString(), bucket.Authors.ToString(),
        Number(bucket.Value), Number(bucket.Low), Number(bucket.High), Word(bucket.Mark ?? ""),
    ];

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    // Marks are our own text today; should one ever hold a comma, quote or formula sign, it stays one harmless cell.
    private static string Word(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
