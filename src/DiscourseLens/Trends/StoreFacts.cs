using Dapper;
using DiscourseLens.Series;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Trends;

/// <summary>What must be told of a store beside its numbers.</summary>
/// <param name="Study">The study's name, or null.</param>
/// <param name="Notice">What every reader must be told, for example that the study is invented; or null.</param>
/// <param name="AsOf">Instant of the last capture, the store's "now"; null where nobody knows.</param>
/// <param name="Limits">What makes a bucket provisional and a cell too small.</param>
public sealed record StoreFacts(string? Study, string? Notice, DateTimeOffset? AsOf, SeriesOptions Limits)
{
    /// <summary>Reads them.</summary>
    internal static StoreFacts Read(SqliteConnection connection, SeriesOptions? options)
    {
        // Row 0 of a day holds the latest capture of all its communities.
        const string Captured = """
            select max(captured_ms)
            from (
                select captured_ms from read_day where source_id in (select id from source) and community_id = 0
                union all
                select captured_ms from coverage_span)
            """;
        return new(
            Text(connection, "name"),
            Text(connection, "notice"),
            connection.ExecuteScalar<long?>(Captured) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null,
            options ?? StoredLimits.Read(connection));
    }

    private static string? Text(SqliteConnection connection, string name) =>
        connection.QuerySingleOrDefault<string?>("select nullif(trim(value), '') from study where name = @name", new { name });
}
