using System.Globalization;
using DiscourseLens.Series;

namespace DiscourseLens.Trends;

/// <summary>
/// Writes a trend's buckets as CSV (RFC 4180, but line feeds end lines), with a header. No cell can start a formula in a
/// spreadsheet: names of compared values, which are collected text, get an apostrophe in front where they could.
/// </summary>
public static class TrendCsv
{
    internal const string Columns = "start,end,state,coverage,n,authors,value,low,high,mark";
    private const string Details = ",effective_authors,top_author_share,top_10_authors_share,leave_one_author_out";

    /// <summary>Writes the header and one line a bucket; what is null is an empty cell.</summary>
    public static void Write(Trend trend, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(trend);
        Write(trend.Query, [(null, trend)], output);
    }

    /// <summary>As for one trend; where values are compared, the first column names the value.</summary>
    public static void Write(TrendAnswer answer, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Write(answer.Query, answer.Series, output);
    }

    /// <summary>The columns of an answer.</summary>
    internal static string Header(TrendQuery query) =>
        (query.Compare is null ? "" : "series,") + Columns + (query.Details ? Details : "");

    private static void Write(TrendQuery query, IEnumerable<(string? Value, Trend Trend)> series, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Header(query) + "\n");
        foreach (var (value, trend) in series)
        {
            foreach (var bucket in trend.Buckets)
            {
                IEnumerable<string> cells = query.Details ? [.. Cells(bucket), .. DetailCells(bucket)] : Cells(bucket);
                output.Write(string.Join(',', query.Compare is null ? cells : cells.Prepend(Word(value ?? ""))));
                output.Write('\n');
            }
        }
    }

    /// <summary>The cells of <see cref="Columns"/>, as they are printed.</summary>
    internal static string[] Cells(TrendBucket bucket) =>
    [
        UtcDay.Text(bucket.Start), UtcDay.Text(bucket.End), bucket.State.Text(), Number(bucket.Coverage),
        bucket.N.ToString(), bucket.Authors.ToString(),
        Number(bucket.Value), Number(bucket.Low), Number(bucket.High), Word(bucket.Mark ?? ""),
    ];

    private static string[] DetailCells(TrendBucket bucket) =>
    [
        Number(bucket.Concentration?.EffectiveAuthors), Number(bucket.Concentration?.TopShare),
        Number(bucket.Concentration?.TopTenShare), Number(bucket.Concentration?.LeaveOneOut),
    ];

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text as one cell that starts no formula.</summary>
    internal static string Word(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
