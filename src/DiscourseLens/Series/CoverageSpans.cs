using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>
/// Makes coverage_span from collection_window. The covered part of a community's day is the mean over the kinds wanted of it
/// (those that some window covers everywhere or in it, or that it holds) of the better of the every-community windows and
/// its own. That of a union's day is the mean over the wanted communities: those with windows of their own, or posts.
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
        var from = UtcDay.Floor(windows.Min(window => window.FromMs));
        var count = (int)((UtcDay.Ceiling(windows.Max(window => window.UntilMs)) - from) / UtcDay.Length);
        var everywhere = ByKind(from, count, windows.Where(window => window.CommunityId == null));
        var shared = Mean(from, count, everywhere.Values);
        var spans = shared.Runs(null).ToList();
        var union = new CoverageDays(from, count);
        var apart = Apart(connection, source, windows, everywhere.Keys);
        foreach (var (community, kinds) in apart)
        {
            var own = ByKind(from, count, windows.Where(window => window.CommunityId == community));
            var none = new CoverageDays(from, count);
            var days = Mean(from, count, kinds.Select(kind =>
                CoverageDays.Better(own.GetValueOrDefault(kind, none), everywhere.GetValueOrDefault(kind, none))).ToList());
            spans.AddRange(days.Runs(community));
            union = union.Plus(days);
        }

        var sharing = WithPosts(connection, source).Except(apart.Select(pair => pair.Community)).Count();
        var wanted = apart.Count + sharing;
        union = wanted == 0 ? shared : union.Plus(shared.Times(sharing)).Mean(wanted);
        spans.AddRange(union.Runs(0));
        return spans;
    }

    /// <summary>The communities that differ from what covers all of them, each with the kinds wanted of it.</summary>
    private static List<(long Community, SortedSet<string> Kinds)> Apart(
        SqliteConnection connection, long source, List<CoverageWindow> windows, IReadOnlyCollection<string> everywhere)
    {
        var kinds = new SortedDictionary<long, SortedSet<string>>();
        var declared = windows.Where(window => window.CommunityId != null).Select(window => (window.CommunityId!.Value, window.Kind));
        var held = Held(connection, source);
        foreach (var (community, kind) in declared.Concat(held.Where(pair => !everywhere.Contains(pair.Kind))))
        {
            if (!kinds.TryGetValue(community, out var wanted))
                kinds.Add(community, wanted = [.. everywhere]);
            wanted.Add(kind);
        }

        foreach (var (community, kind) in held)
        {
            if (kinds.TryGetValue(community, out var wanted))
                wanted.Add(kind);
        }

        return kinds.Select(pair => (pair.Key, pair.Value)).ToList();
    }

    private static Dictionary<string, CoverageDays> ByKind(long from, int count, IEnumerable<CoverageWindow> windows) => windows
        .GroupBy(window => window.Kind)
        .ToDictionary(kind => kind.Key, kind => CoverageDays.Of(from, count, kind));

    private static CoverageDays Mean(long from, int count, IReadOnlyCollection<CoverageDays> kinds) =>
        kinds.Aggregate(new CoverageDays(from, count), (sum, kind) => sum.Plus(kind)).Mean(Math.Max(1, kinds.Count));

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

    private static List<(long Community, string Kind)> Held(SqliteConnection connection, long source)
    {
        const string Sql = """
            select distinct cnt.community_id as CommunityId, cnt.kind as Kind
            from archive_count cnt join archive_file fil on fil.id = cnt.file_id
            where fil.source_id = @source and cnt.community_id > 0
            order by cnt.community_id, cnt.kind
            """;
        return connection.Query<HeldRow>(Sql, new { source }).Select(row => (row.CommunityId, row.Kind)).ToList();
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

    private sealed class HeldRow
    {
        public long CommunityId { get; init; }
        public string Kind { get; init; } = "";
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
