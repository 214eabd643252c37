using Parquet;
using Parquet.Schema;

namespace DiscourseLens.Trends.Exports;

/// <summary>
/// Writes an answer as Parquet with typed columns: those of the CSV, with <c>n</c> and <c>authors</c> null where they are not told, and as
/// <c>n_text</c> and <c>authors_text</c> as they are printed.
/// </summary>
public static class TrendParquet
{
    /// <summary>Writes one row a bucket.</summary>
    public static async Task WriteAsync(TrendAnswer answer, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var rows = answer.Series.SelectMany(series => series.Trend.Buckets.Select(bucket => (Value: series.Value ?? "", Bucket: bucket))).ToList();
        var columns = Columns(answer.Query);
        // The format ends with its schema, and wants to look back while it writes.
        using var buffer = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(columns.Select(column => column.Field)), buffer, cancellationToken: cancellationToken))
        {
            writer.CustomMetadata = new Dictionary<string, string> { ["query"] = answer.Query.ToString(), ["mark"] = answer.Mark ?? "" };
            using var group = writer.CreateRowGroup();
            foreach (var (field, write) in columns)
                await write(group, (DataField)field, rows);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
    }

    private delegate Task WriteColumn(ParquetRowGroupWriter group, DataField field, List<(string Value, TrendBucket Bucket)> rows);

    private static List<(Field Field, WriteColumn Write)> Columns(TrendQuery query)
    {
        List<(Field, WriteColumn)> columns =
        [
            Instant("start", row => row.Start), Instant("end", row => row.End), Text("state", row => row.State.Text()),
            Number("coverage", row => row.Coverage), Count("n", row => row.N), Text("n_text", row => row.N.ToString()),
            Count("authors", row => row.Authors), Text("authors_text", row => row.Authors.ToString()),
            Number("value", row => row.Value), Number("low", row => row.Low), Number("high", row => row.High), Text("mark", row => row.Mark),
        ];
        if (query.Compare is not null)
        {
            columns.Insert(0, (new DataField<string>("series"), (group, field, rows) =>
                group.WriteAsync(field, rows.ConvertAll(row => row.Value))));
        }

        if (query.Details)
        {
            columns.AddRange([
                Number("effective_authors", row => row.Concentration?.EffectiveAuthors), Number("top_author_share", row => row.Concentration?.TopShare),
                Number("top_10_authors_share", row => row.Concentration?.TopTenShare), Number("leave_one_author_out", row => row.Concentration?.LeaveOneOut)]);
        }

        return columns;
    }

    private static (Field, WriteColumn) Text(string name, Func<TrendBucket, string?> value) =>
        (new DataField<string>(name), (group, field, rows) => group.WriteAsync(field, rows.ConvertAll(row => value(row.Bucket)!)));

    private static (Field, WriteColumn) Number(string name, Func<TrendBucket, double?> value) =>
        (new DataField<double?>(name), (group, field, rows) => group.WriteAsync<double>(field, rows.Select(row => value(row.Bucket)).ToArray()));

    private static (Field, WriteColumn) Count(string name, Func<TrendBucket, ShownCount> count) =>
        (new DataField<long?>(name), (group, field, rows) =>
            group.WriteAsync<long>(field, rows.Select(row => count(row.Bucket) is { Below: false } told ? told.Value : (long?)null).ToArray()));

    private static (Field, WriteColumn) Instant(string name, Func<TrendBucket, DateOnly> day) =>
        (new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: false),
            (group, field, rows) => group.WriteAsync<DateTime>(
                field, rows.Select(row => day(row.Bucket).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).ToArray()));
}
