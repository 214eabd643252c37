using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting;

/// <summary>
/// The coverage ledger of a source: per kind and community, windows that neither overlap nor leave holes. Where declared
/// windows overlap the best state stands; what lies between them and was declared by nothing is missing.
/// </summary>
internal sealed class CoverageLedger(SqliteConnection connection, long sourceId)
{
    private const string Undeclared = "no collection covers it";

    /// <summary>Makes the ledger again from all declared windows.</summary>
    public void Rebuild()
    {
        connection.Execute("delete from collection_window where source_id = @sourceId", new { sourceId });
        foreach (var declared in ReadDeclared(null, null).GroupBy(row => (row.Kind, row.CommunityId)))
            Write([.. declared]);
    }

    /// <summary>Makes the windows of one kind and community again; of no community, nothing is covered.</summary>
    public void Rebuild(string kind, long? communityId)
    {
        if (communityId is null)
            return;
        const string Clear = "delete from collection_window where source_id = @sourceId and kind = @kind and community_id = @communityId";
        connection.Execute(Clear, new { sourceId, kind, communityId });
        if (ReadDeclared(kind, communityId).ToList() is { Count: > 0 } declared)
            Write(declared);
    }

    private void Write(List<DeclaredRow> declared)
    {
        const string Insert = """
            insert into collection_window (source_id, kind, community_id, from_ms, until_ms, state, fraction, captured_ms, expected,
                fetched, rejected, reason)
            values (@sourceId, @Kind, @CommunityId, @FromMs, @UntilMs, @State, @Fraction, @CapturedMs, @Expected, @fetched, @Rejected, @Reason)
            """;
        connection.Execute(Insert, Sweep(declared).Select(row => new
        {
            sourceId,
            row.Kind,
            row.CommunityId,
            row.FromMs,
            row.UntilMs,
            row.State,
            row.Fraction,
            row.CapturedMs,
            row.Expected,
            fetched = row.Fetched ?? Fetched(row),
            row.Rejected,
            row.Reason,
        }));
    }

    /// <summary>What files and live places declare; counts only where a place kept them.</summary>
    private IEnumerable<DeclaredRow> ReadDeclared(string? kind, long? communityId)
    {
        const string Sql = """
            select w.kind as Kind, c.community_id as CommunityId, w.from_ms as FromMs, w.until_ms as UntilMs, w.state as State,
                w.fraction as Fraction, w.reason as Reason, f.captured_ms as CapturedMs, null as Expected, null as Fetched,
                null as Rejected, f.sha256 as Place
            from archive_window w join archive_file f on f.id = w.file_id
            left join archive_community c on c.file_id = w.file_id and w.everywhere = 0
            where f.source_id = @sourceId and (w.everywhere = 1 or c.community_id is not null)
                and (@kind is null or (w.kind = @kind and c.community_id = @communityId))
            union all
            select w.kind, s.community_id, w.from_ms, w.until_ms, w.state, w.fraction, w.reason, w.captured_ms, w.expected, w.fetched,
                w.rejected, f.sha256
            from live_window w join live_place s on s.id = w.place_id
            join live_source l on l.id = s.live_source_id join archive_file f on f.id = l.file_id
            where f.source_id = @sourceId and s.community_id is not null
                and (@kind is null or (w.kind = @kind and s.community_id = @communityId))
            order by 1, 2, 3, 4, 12
            """;
        return connection.Query<DeclaredRow>(Sql, new { sourceId, kind, communityId });
    }

    private static IEnumerable<DeclaredRow> Sweep(List<DeclaredRow> declared)
    {
        var edges = declared.SelectMany(row => new[] { row.FromMs, row.UntilMs }).Distinct().Order().ToList();
        DeclaredRow? open = null;
        foreach (var (from, until) in edges.Zip(edges.Skip(1)))
        {
            var piece = Best(declared, from, until);
            if (open is not null && piece with { FromMs = open.FromMs, UntilMs = open.UntilMs } == open)
            {
                open = open with { UntilMs = until };
                continue;
            }

            if (open is not null)
                yield return open;
            open = piece;
        }

        if (open is not null)
            yield return open;
    }

    private static DeclaredRow Best(List<DeclaredRow> declared, long from, long until)
    {
        var covering = declared.Where(row => row.FromMs <= from && row.UntilMs >= until)
            .OrderBy(row => CoverageWindow.States.ToList().IndexOf(row.State))
            .ThenByDescending(row => row.Fraction)
            .ToList();
        var best = covering.FirstOrDefault() ?? new DeclaredRow
        {
            Kind = declared[0].Kind,
            CommunityId = declared[0].CommunityId,
            State = CoverageWindow.Missing,
            Reason = Undeclared,
        };
        var isWhole = best.FromMs == from && best.UntilMs == until;
        return best with
        {
            FromMs = from,
            UntilMs = until,
            CapturedMs = covering.Max(row => row.CapturedMs),
            Expected = isWhole ? best.Expected : null,
            Fetched = isWhole ? best.Fetched : null,
            Rejected = isWhole ? best.Rejected : null,
            Place = "",
        };
    }

    /// <summary>Posts read on the window's days; where files overlap the larger count stands.</summary>
    private long Fetched(DeclaredRow row)
    {
        const string Sql = """
            select coalesce(sum(n), 0) from (
                select max(c.n) as n from archive_count c join archive_file f on f.id = c.file_id
                where f.source_id = @sourceId and c.kind = @Kind and (@CommunityId is null or c.community_id = @CommunityId)
                    and c.day_ms >= @FromMs and c.day_ms < @UntilMs
                group by c.community_id, c.day_ms)
            """;
        return connection.ExecuteScalar<long>(Sql, new { sourceId, row.Kind, row.CommunityId, row.FromMs, row.UntilMs });
    }

    private sealed record DeclaredRow
    {
        public string Kind { get; init; } = "";
        public long? CommunityId { get; init; }
        public long FromMs { get; init; }
        public long UntilMs { get; init; }
        public string State { get; init; } = "";
        public double Fraction { get; init; }
        public string? Reason { get; init; }
        public long? CapturedMs { get; init; }
        public long? Expected { get; init; }
        public long? Fetched { get; init; }
        public long? Rejected { get; init; }

        /// <summary>Tells apart what declares the same stretch; not part of the ledger.</summary>
        public string Place { get; init; } = "";
    }
}
