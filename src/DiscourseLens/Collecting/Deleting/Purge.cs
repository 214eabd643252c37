using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Deleting;

/// <summary>
/// The one way in which posts and texts leave the store, inside the open transaction. Whatever hangs on an item by a
/// cascading key goes with it; days are marked, so that the next roll-up leaves no trace in the series either.
/// </summary>
/// <remarks>What stays in the file's free space and in the log is <see cref="Clearing"/>'s.</remarks>
internal sealed class Purge(SqliteConnection connection)
{
    private const string Scores = """
        (select count(*) from sentiment_score where item_id in (select item_id from temp.purged))
            + (select count(*) from relevance_score where item_id in (select item_id from temp.purged))
            + (select count(*) from stance_score where item_id in (select item_id from temp.purged))
            + (select count(*) from stance_missing where item_id in (select item_id from temp.purged))
        """;

    private const string DropScratch = "drop table if exists temp.purged; drop table if exists temp.bereft";

    /// <summary>Purges whole posts.</summary>
    /// <param name="ids">A query of item ids.</param>
    /// <param name="parameters">Its parameters.</param>
    public PurgeCounts Items(string ids, object? parameters = null)
    {
        const string Remove = """
            delete from thread_hint where (source_id, native_id) in (select source_id, native_id from temp.purged);
            delete from author_pack where (source_id, day_ms) in (select source_id, day_ms from temp.purged);
            delete from year_pack
                where (source_id, start_ms) in (select source_id, unixepoch(day_ms / 1000, 'unixepoch', 'start of year') * 1000 from temp.purged);
            delete from series_author_day where (source_id, day_ms) in (select source_id, day_ms from temp.purged)
                and cluster_id in (select coalesce(author_id, -item_id) from temp.purged);
            delete from series_author_day_by where (source_id, day_ms) in (select source_id, day_ms from temp.purged)
                and cluster_id in (select coalesce(author_id, -item_id) from temp.purged);
            delete from item where id in (select item_id from temp.purged)
            """;
        if (!Mark(ids, parameters))
            return PurgeCounts.None;
        var counts = Count("(select count(*) from temp.purged)", "(select count(*) from capture where item_id in (select item_id from temp.purged))", Scores);
        MarkDays();
        ForgetScores("temp.bereft");
        connection.Execute(Remove);
        return Close(counts);
    }

    /// <summary>Purges texts with their scores, places and hashes; the posts stay, and say what they say of their state.</summary>
    /// <inheritdoc cref="Items"/>
    public PurgeCounts Texts(string ids, object? parameters = null)
    {
        if (!Mark(ids, parameters))
            return PurgeCounts.None;
        var counts = Count("0", "0", Scores);
        MarkDays();
        ForgetScores("temp.purged");
        ForgetScores("temp.bereft");
        connection.Execute("""
            delete from item_text where item_id in (select item_id from temp.purged);
            delete from unscored where item_id in (select item_id from temp.purged)
            """);
        var hashes = connection.Execute("update capture set text_hash = x'' where item_id in (select item_id from temp.purged) and text_hash <> x''");
        return Close(counts with { Captures = hashes });
    }

    /// <summary>Purges texts and the places in them; scores stay, and are not taken again.</summary>
    /// <inheritdoc cref="Items"/>
    public PurgeCounts Expire(string ids, object? parameters = null)
    {
        const string Remove = """
            delete from item_text where item_id in (select item_id from temp.purged);
            delete from mention where item_id in (select item_id from temp.purged);
            insert into expired_text (item_id) select item_id from temp.purged where true on conflict do nothing
            """;
        if (!Mark(ids, parameters))
            return PurgeCounts.None;
        var counts = Count("0", "0", "0");
        connection.Execute(Remove);
        return Close(counts);
    }

    private bool Mark(string ids, object? parameters)
    {
        connection.Execute(DropScratch);
        connection.Execute($"""
            create temp table purged as
            select id as item_id, source_id, native_id, author_id, created_ms - created_ms % 86400000 as day_ms
            from item where id in ({ids})
            """, parameters);
        return connection.ExecuteScalar<long>("select count(*) from temp.purged") > 0;
    }

    private PurgeCounts Count(string items, string captures, string scores) => connection.QuerySingle<Row>($"""
        select {items} as Items, (select count(*) from item_text where item_id in (select item_id from temp.purged)) as Texts,
            {captures} as Captures, {scores} as Scores,
            (select count(*) from mention where item_id in (select item_id from temp.purged)) as Mentions
        """).ToCounts();

    /// <summary>Replies lose what they inherited, so they are scored again; but not where there is no text to score.</summary>
    private void MarkDays() => connection.Execute("""
        create temp table bereft as
        select id as item_id, source_id, created_ms - created_ms % 86400000 as day_ms from (
            select i.* from item i join temp.purged p on i.source_id = p.source_id and i.parent_id = p.native_id
            union
            select i.* from item i join temp.purged p on i.source_id = p.source_id and i.thread_id = p.native_id)
        where id not in (select item_id from temp.purged) and id not in (select item_id from expired_text);
        insert into dirty_day (source_id, day_ms)
        select source_id, day_ms from temp.purged union select source_id, day_ms from temp.bereft
        where true on conflict do nothing
        """);

    private void ForgetScores(string which) => connection.Execute($"""
        delete from sentiment_score where item_id in (select item_id from {which});
        delete from relevance_score where item_id in (select item_id from {which});
        delete from stance_score where item_id in (select item_id from {which});
        delete from stance_missing where item_id in (select item_id from {which});
        delete from mention where item_id in (select item_id from {which});
        delete from item_condition where item_id in (select item_id from {which})
        """);

    private PurgeCounts Close(PurgeCounts counts)
    {
        var authors = connection.Execute("""
            delete from author where id in (select author_id from temp.purged)
                and not exists (select 1 from item where author_id = author.id)
            """);
        connection.Execute(DropScratch);
        return counts with { Authors = authors };
    }

    private sealed class Row
    {
        public long Items { get; init; }
        public long Texts { get; init; }
        public long Captures { get; init; }
        public long Scores { get; init; }
        public long Mentions { get; init; }

        public PurgeCounts ToCounts() => new(Items, Texts, 0, Captures, Scores, Mentions);
    }
}
