using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>
/// Makes coverage_span from collection_window. The covered part of a community's day is the mean over the wanted kinds
/// (those with any window or count) of the better of the every-community windows and its own. That of a union's day is
/// the mean over the wanted communities: those with windows of their own, or posts.
/// </summary>
internal static class CoverageSpans
{
    /// <summary>Replaces the spans of every source whose windows, kinds or communities changed.</summary>
    public static void Refresh(SqliteConnection connection)
    {
        foreach (var source in connection.Query<long>("select id from source order by id").ToList())
        {
            var windows = Windows(connection, source);
            var spans = windows.Count == 0 ? [] : Make(connection, source, windows);
            if (!spans.SequenceEqual(Stored(connection, source)))
                Replace(connection, source, spans);
        }
    }

    private static List<SpanRun> Make(SqliteConnection connection, long source, List<CoverageWindow> windows)
    {
        var kinds = Kinds(connection, source, windows);
        var from = UtcDay.Floor(windows.Min(window => window.FromMs));
        var count = (int)((UtcDay.Ceiling(windows.Max(window => window.UntilMs)) - from) / UtcDay.Length);
        var ofCommunity = windows.Where(window => window.CommunityId != null).GroupBy(window => window.CommunityId)
            .OrderBy(group => group.Key).ToList();
        var everywhere = OfKinds(kinds, from, count, windows.Where(window => window.CommunityId == null));
        var shared = OverKinds(everywhere);
        var spans = shared.Runs(null).ToList();
        var union = new CoverageDays(from, count);
        foreach (var group in ofCommunity)
        {
            var own = OfKinds(kinds, from, count, group);
            var days = OverKinds(own.Zip(everywhere, CoverageDays.Better));
            spans.AddRange(days.Runs(group.Key));
            union = union.Plus(days);
        }

        var sharing = WithPosts(connection, source).Except(ofCommunity.Select(group => group.Key!.Value)).Count();
        var wanted = ofCommunity.Count + sharing;
        union = wanted == 0 ? shared : union.Plus(shared.Times(sharing)).Mean(wanted);
        spans.AddRange(union.Runs(0));
        return spans;
    }

    private static List<CoverageDays> OfKinds(
        List<string> kinds, long from, int count, IEnumerable<CoverageWindow> windows)
    {
        var ofKind = windows.ToLookup(window => window.Kind);
        return kinds.ConvertAll(kind => CoverageDays.Of(from, count, ofKind[kind]));
    }

    private static CoverageDays OverKinds(IEnumerable<CoverageDays> kinds)
    {
        var all = kinds.ToList();
        return all.Aggregate((sum, kind) => sum.Plus(kind)).Mean(all.Count);
    }

    private static List<CoverageWindow> Windows(SqliteConnection connection, long source)
    {
        const string Sql = """
            select kind as Kind, community_id as CommunityId, from_ms as FromMs, until_ms as UntilMs,
                fraction as Fraction, captured_ms as CapturedMs
            from collection_window
            where source_id = @source
            order by kind, community_id, from_ms
            """;
        return connection.Query<CoverageWindow>(Sql, new { source }).ToList();
    }

    private static List<string> Kinds(SqliteConnection connection, long source, List<CoverageWindow> windows)
    {
        const string Sql = """
            select kin.kind
            from (select 'comment' as kind union all select 'submission') kin
            where exists (
                select 1 from archive_file fil join archive_count cnt on cnt.file_id = fil.id
                where fil.source_id = @source and cnt.kind = kin.kind)
            order by kin.kind
            """;
        return connection.Query<string>(Sql, new { source }).Union(windows.Select(window => window.Kind)).Order().ToList();
    }

    private static IEnumerable<long> WithPosts(SqliteConnection connection, long source)
    {
        const string Sql = """
            select com.id
            from community com
            where com.source_id = @source
                and exists (select 1 from read_day rea where rea.source_id = @source and rea.community_id = com.id)
            order by com.id
            """;
        return connection.Query<long>(Sql, new { source });
    }

    private static IEnumerable<SpanRun> Stored(SqliteConnection connection, long source)
    {
        const string Sql = """
            select community_id as CommunityId, from_day_ms as FromDayMs, until_day_ms as UntilDayMs,
                coverage_ppm as CoveragePpm, captured_ms as CapturedMs
            from coverage_span
            where source_id = @source
            order by rowid
            """;
        return connection.Query<Row>(Sql, new { source }).Select(row => row.ToSpan());
    }

    private static void Replace(SqliteConnection connection, long source, IEnumerable<SpanRun> spans)
    {
        const string Sql = """
            insert into coverage_span (source_id, community_id, from_day_ms, until_day_ms, coverage_ppm, captured_ms)
            values (@source, @CommunityId, @FromDayMs, @UntilDayMs, @CoveragePpm, @CapturedMs)
            """;
        connection.Execute("delete from coverage_span where source_id = @source", new { source });
        connection.Execute(Sql, spans.Select(span => new
        {
            source,
            span.CommunityId,
            span.FromDayMs,
            span.UntilDayMs,
            span.CoveragePpm,
            span.CapturedMs,
        }));
    }

    private sealed class Row
    {
        public long? CommunityId { get; init; }
        public long FromDayMs { get; init; }
        public long UntilDayMs { get; init; }
        public long CoveragePpm { get; init; }
        public long? CapturedMs { get; init; }

        public SpanRun ToSpan() => new(CommunityId, FromDayMs, UntilDayMs, CoveragePpm, CapturedMs);
    }
}
