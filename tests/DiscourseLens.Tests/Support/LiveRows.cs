namespace DiscourseLens.Tests.Support;

/// <summary>A collected source in a store, row by row as the collector leaves it.</summary>
internal static class LiveRows
{
    /// <summary>The community, named like markup, that the place covers.</summary>
    public const string Hostile = "<b>Town</b>";

    /// <summary>The instant at which everything is read.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A source that waits for a day, with one place that is closed and one with a truncated and a missing window.</summary>
    internal static void Add(StoreBuilder store)
    {
        var community = store.Community(Hostile);
        var file = store.File("live:reddit");
        var source = store.Insert("insert into live_source (name, file_id, kind, route, legal_basis) values ('reddit', @file, 'Reddit', 'reddit-api', 'test')", new { file });
        var open = Place(store, source, $"posts: {Hostile}", community, "2026-03-10T10:00", null, null);
        Place(store, source, "comments: Closed", store.Community("Closed"), "2026-03-09T00:00", "it is private", "2026-03-11T00:00");
        Window(store, open, "2026-03-08", "2026-03-09", "complete", 1, 40, 40, null);
        Window(store, open, "2026-03-09", "2026-03-10", "truncated", 0.25, 450, 120, "r/town ends after 1,000 entries");
        Window(store, open, "2026-03-10", "2026-03-10T10:00", "complete", 1, 3, 3, null);
        store.Execute("insert into live_window (place_id, kind, from_ms, until_ms, state, fraction, fetched, rejected, reason) values (@open, 'submission', @from, @until, 'missing', 0, 0, 0, 'due, not collected yet')",
            new { open, from = StoreBuilder.Ms("2026-03-10T10:00"), until = StoreBuilder.Ms("2026-03-10T12:00") });
        store.Execute("""
            insert into collection_window (source_id, kind, community_id, from_ms, until_ms, state, fraction)
            select @SourceId, kind, @community, from_ms, until_ms, state, fraction from live_window
            """, new { store.SourceId, community });
        store.Execute("""
            update live_source set tight_ms = @early;
            update live_place set hourly = 300, capacity = 500 where id = @open;
            insert into volume_alarm (place_id, day_ms, direction, n, usual, raised_ms) values (@open, @day, 'high', 450, 40, 0)
            """, new { open, early = StoreBuilder.Ms("2026-03-10T12:10"), day = StoreBuilder.Ms("2026-03-09") });
        store.Execute("""
            insert into work (kind, key, place, state, not_before_ms, payload, error, created_ms, updated_ms)
            values ('collect', 'reddit', '0 reddit', 'ready', @until, 'reddit', 'oauth.reddit.com asks to be left alone until 2026-03-11T12:00:00Z', 0, @now)
            """, new { until = StoreBuilder.Ms("2026-03-11T12:00"), now = Now.ToUnixTimeMilliseconds() });
    }

    private static long Place(StoreBuilder store, long source, string name, long community, string next, string? unavailable, string? retry) => store.Insert(
        """
        insert into live_place (live_source_id, name, community_id, next_ms, unavailable, retry_ms, worked_ms)
        values (@source, @name, @community, @next, @unavailable, @retry, 1)
        """,
        new { source, name, community, next = StoreBuilder.Ms(next), unavailable, retry = retry is null ? (long?)null : StoreBuilder.Ms(retry) });

    private static void Window(StoreBuilder store, long place, string from, string until, string state, double fraction, long expected, long fetched, string? reason) => store.Execute(
        """
        insert into live_window (place_id, kind, from_ms, until_ms, state, fraction, captured_ms, expected, fetched, rejected, reason)
        values (@place, 'submission', @from, @until, @state, @fraction, @until, @expected, @fetched, 0, @reason)
        """,
        new { place, from = StoreBuilder.Ms(from), until = StoreBuilder.Ms(until), state, fraction, expected, fetched, reason });
}
