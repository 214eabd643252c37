using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>What the store knows of a configured source and its places: where each goes on.</summary>
internal sealed class LiveLedger(SqliteConnection connection, ConfiguredSource source, long sourceId)
{
    private const string Columns = """
        id as Id, community_id as CommunityId, next_ms as NextMs, window_until_ms as WindowUntilMs, overlap_ms as OverlapMs,
            deep_ms as DeepMs, wide_ms as WideMs, shown as Shown, cursor as Cursor, memory as Memory, unavailable as Unavailable,
            retry_ms as RetryMs, worked_ms as WorkedMs
        """;

    /// <summary>The source's own row, entered when it is new; declarations of the settings are taken over.</summary>
    public LiveSourceRow OpenSource(string scope)
    {
        const string Sql = """
            insert into archive_file (source_id, name, sha256, bytes, scope, read, stored, duplicate, out_of_scope, rejected)
            values (@sourceId, 'live:' || @Name, 'live:' || @Name, 0, @scope, 0, 0, 0, 0, 0)
            on conflict (sha256) do update set scope = excluded.scope;
            insert into live_source (name, file_id, kind, route, legal_basis)
            select @Name, id, @Kind, @Route, @LegalBasis from archive_file where sha256 = 'live:' || @Name
            on conflict (name) do update set kind = excluded.kind, route = excluded.route, legal_basis = excluded.legal_basis;
            select id as Id, file_id as FileId, run_ms as RunMs from live_source where name = @Name
            """;
        return connection.QuerySingle<LiveSourceRow>(
            Sql, new { sourceId, source.Name, source.Kind, source.Source.Route, source.LegalBasis, scope });
    }

    /// <summary>A place's row; a new one begins at <paramref name="firstMs"/>.</summary>
    public LivePlaceRow OpenPlace(long liveSourceId, SourcePlace place, long firstMs)
    {
        const string Sql = """
            insert into live_place (live_source_id, name, community_id, next_ms)
            values (@liveSourceId, @Name, (select id from community where source_id = @sourceId and name_key = @key), @firstMs)
            on conflict (live_source_id, name) do update set community_id = excluded.community_id
            """;
        connection.Execute(Sql, new { liveSourceId, place.Name, sourceId, key = place.Community?.ToLowerInvariant(), firstMs });
        return connection.QuerySingle<LivePlaceRow>(
            $"select {Columns} from live_place where live_source_id = @liveSourceId and name = @Name",
            new { liveSourceId, place.Name });
    }

    /// <summary>A place's row as it is now.</summary>
    public LivePlaceRow Read(long placeId) => connection.QuerySingle<LivePlaceRow>(
        $"select {Columns} from live_place where id = @placeId", new { placeId });

    /// <summary>Begins a window at the place's high-water mark.</summary>
    public void Begin(LivePlaceRow place, long untilMs, LiveOverlap overlap, long nowMs)
    {
        const string Sql = """
            update live_place set window_until_ms = @untilMs, overlap_ms = @FromMs, shown = 0, cursor = null,
                deep_ms = iif(@IsDeep, @nowMs, deep_ms), wide_ms = iif(@IsWide, @nowMs, coalesce(wide_ms, @nowMs)), worked_ms = @nowMs
            where id = @Id
            """;
        connection.Execute(Sql, new { place.Id, untilMs, overlap.FromMs, overlap.IsDeep, overlap.IsWide, nowMs });
    }

    /// <summary>Notes how far the window under way was read, with the rows that this covers.</summary>
    public void Advance(long placeId, FetchedPage page, long nowMs)
    {
        const string Sql = """
            update live_place set cursor = @Cursor, memory = coalesce(@Memory, memory), shown = shown + @shown,
                overlap_ms = max(overlap_ms, coalesce(@ReachedMs, overlap_ms)), unavailable = null, retry_ms = null, worked_ms = @nowMs
            where id = @placeId
            """;
        connection.Execute(Sql, new { placeId, page.Cursor, page.Memory, page.ReachedMs, shown = page.Posts.Count + page.Signs, nowMs });
    }

    /// <summary>Ends the window under way; what it could tell is settled up to its end.</summary>
    public void End(long placeId, long nextMs)
    {
        const string Sql = """
            update live_place set next_ms = @nextMs, window_until_ms = null, overlap_ms = null, shown = 0, cursor = null
            where id = @placeId
            """;
        connection.Execute(Sql, new { placeId, nextMs });
    }

    /// <summary>Gives the window under way up without settling anything.</summary>
    public void Abandon(long placeId, string? unavailable, long? retryMs, long nowMs)
    {
        const string Sql = """
            update live_place set window_until_ms = null, overlap_ms = null, shown = 0, cursor = null,
                unavailable = @unavailable, retry_ms = @retryMs, worked_ms = @nowMs
            where id = @placeId
            """;
        connection.Execute(Sql, new { placeId, unavailable, retryMs, nowMs });
    }

    /// <summary>Goes back, so that what was settled since is read again.</summary>
    public void Rewind(long placeId, long sinceMs)
    {
        const string Sql = """
            update live_place set next_ms = min(@sinceMs, coalesce((
                    select min(from_ms) from live_window where place_id = @placeId and from_ms <= @sinceMs and until_ms > @sinceMs),
                    @sinceMs)),
                window_until_ms = null, overlap_ms = null, shown = 0, cursor = null
            where id = @placeId and next_ms > @sinceMs
            """;
        connection.Execute(Sql, new { placeId, sinceMs });
    }

    /// <summary>Notes up to when the run under way collects; null when it is done.</summary>
    public void Run(long liveSourceId, long? untilMs) =>
        connection.Execute("update live_source set run_ms = @untilMs where id = @liveSourceId", new { liveSourceId, untilMs });

    /// <summary>Notes that a person must act before the source is asked again; null when one did.</summary>
    public static void Stop(SqliteConnection connection, string name, string? why) =>
        connection.Execute("update live_source set stopped = @why where name = @name", new { name, why });
}

/// <summary>A row of the table <c>live_source</c>.</summary>
internal sealed record LiveSourceRow
{
    public long Id { get; init; }
    public long FileId { get; init; }
    public long? RunMs { get; init; }
}
