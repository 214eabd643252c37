using Dapper;
using DiscourseLens.Collecting.Deleting;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Merges staged captures into items, inside the publishing transaction. Every capture is kept; an item shows its latest
/// one, so the order in which files arrive does not matter.
/// </summary>
internal sealed class ItemMerge(SqliteConnection connection, long sourceId, long fileId)
{
    private const string Unknown = FileCommunities.Unknown;

    // Of captures of one instant the one that shows more gone stands (deleting means gone), then one that names an author, then one
    // that says the author is gone.
    private static string[] Recency(string row, string authorKey) =>
        [$"coalesce({row}.captured_ms, -1)", Gone(row), $"{row}.text_hash", $"coalesce({authorKey}, x'')", $"{row}.author_state"];

    private static string Gone(string row) => $"case {row}.state when 'live' then 0 when 'account gone' then 1 else 2 end";

    /// <summary>Removes what merging and its companions leave in temporary tables.</summary>
    public const string DropScratch = """
        drop table if exists temp.newest;
        drop table if exists temp.fresh;
        drop table if exists temp.touched;
        drop table if exists temp.context;
        drop table if exists temp.stale;
        drop table if exists temp.hinted;
        drop table if exists temp.late;
        drop table if exists temp.reach;
        drop table if exists temp.left_author;
        """;

    /// <summary>Texts and author keys that the newest captures no longer show, and captures whose hash of a text went with it.</summary>
    public PurgeCounts Lost { get; private set; } = PurgeCounts.None;

    /// <summary>Merges all staged posts; returns how many items are new.</summary>
    public long Run()
    {
        var last = connection.ExecuteScalar<long>("select coalesce(max(id), 0) from item");
        SelectNewest();
        InsertAuthors();
        InsertItems();
        ReplaceOlder(last);
        FillGaps();
        ReplaceTexts();
        InsertCaptures();
        ForgetHashes();
        ForgetAuthors();
        ForgetScores();
        return connection.ExecuteScalar<long>("select count(*) from temp.fresh");
    }

    private void SelectNewest()
    {
        connection.Execute($"""
            create temp table newest (line integer primary key);
            insert into temp.newest
            select line from (
                select line, row_number() over (partition by native_id order by
                    {string.Join(", ", Recency("p", "p.author_key").Select(term => $"{term} desc"))}, line) as place
                from staged.post p)
            where place = 1;
            create temp table fresh (item_id integer primary key);
            create temp table touched (item_id integer primary key);
            create temp table left_author (author_id integer primary key);
            """);
    }

    private void InsertAuthors() => connection.Execute("""
        insert into author (key)
        select distinct author_key from staged.post where author_key is not null order by line
        on conflict do nothing
        """);

    private void InsertItems()
    {
        const string Sql = """
            insert into item (source_id, native_id, kind, community_id, thread_id, parent_id, author_id, author_state, bot,
                created_ms, permalink, state, captured_ms, text_hash)
            select @sourceId, p.native_id, p.kind, c.id, p.thread_id, p.parent_id, a.id, p.author_state, p.bot,
                p.created_ms, p.permalink, p.state, p.captured_ms, p.text_hash
            from staged.post p
            join temp.newest using (line)
            join community c on c.source_id = @sourceId and c.name_key = p.community
            left join author a on a.key = p.author_key
            where not exists (select 1 from item i where i.source_id = @sourceId and i.native_id = p.native_id)
            order by p.line
            """;
        connection.Execute(Sql, new { sourceId });
    }

    private void ReplaceOlder(long last)
    {
        connection.Execute($"""
            insert into temp.fresh select id from item where id > @last;
            insert into temp.touched select item_id from temp.fresh;
            insert into temp.touched
            select i.id from staged.post p join temp.newest using (line)
            join item i on i.source_id = @sourceId and i.native_id = p.native_id
            where i.id <= @last and ({string.Join(", ", Recency("p", "p.author_key"))})
                > ({string.Join(", ", Recency("i", "(select key from author where id = i.author_id)"))})
                and not (p.text_hash = i.text_hash and exists (select 1 from expired_text e where e.item_id = i.id));
            insert or ignore into temp.left_author
            select author_id from item where id in (select item_id from temp.touched) and author_id is not null;
            """, new { sourceId, last });
        const string Replace = """
            update item set thread_id = coalesce(n.thread_id, item.thread_id), parent_id = coalesce(n.parent_id, item.parent_id),
                community_id = iif(n.community = @Unknown, item.community_id, n.community_id),
                author_id = n.author_id, author_state = n.author_state, bot = n.bot, created_ms = n.created_ms,
                permalink = coalesce(n.permalink, item.permalink), state = n.state, captured_ms = n.captured_ms,
                text_hash = n.text_hash
            from (select p.*, a.id as author_id, c.id as community_id from staged.post p join temp.newest using (line)
                join community c on c.source_id = @sourceId and c.name_key = p.community
                left join author a on a.key = p.author_key) n
            where item.id in (select item_id from temp.touched) and item.id <= @last
                and item.source_id = @sourceId and item.native_id = n.native_id
            """;
        connection.Execute(Replace, new { sourceId, last, Unknown });
    }

    /// <summary>What does not change with time may come from any capture, where the latest is silent.</summary>
    private void FillGaps()
    {
        const string Sql = """
            update item set thread_id = coalesce(item.thread_id, n.thread_id), parent_id = coalesce(item.parent_id, n.parent_id),
                permalink = coalesce(item.permalink, n.permalink),
                community_id = iif(item.community_id = n.unknown_id, coalesce(n.community_id, item.community_id), item.community_id)
            from (select p.native_id, max(p.thread_id) as thread_id, max(p.parent_id) as parent_id, max(p.permalink) as permalink,
                    max(c.id) as community_id, (select id from community where source_id = @sourceId and name_key = @Unknown) as unknown_id
                from staged.post p
                left join community c on c.source_id = @sourceId and c.name_key = p.community and c.name_key <> @Unknown
                group by p.native_id) n
            where item.source_id = @sourceId and item.native_id = n.native_id
                and ((item.thread_id is null and n.thread_id is not null) or (item.parent_id is null and n.parent_id is not null)
                    or (item.permalink is null and n.permalink is not null)
                    or (item.community_id = n.unknown_id and n.community_id is not null))
            """;
        connection.Execute(Sql, new { sourceId, Unknown });
    }

    private void ReplaceTexts()
    {
        const string Emptied = """
            select count(*) from item_text where item_id in (
                select i.id from staged.post p join temp.newest using (line)
                join item i on i.source_id = @sourceId and i.native_id = p.native_id
                where i.id in (select item_id from temp.touched) and p.text = '')
            """;
        const string Sql = """
            delete from item_text where item_id in (select item_id from temp.touched);
            delete from expired_text where item_id in (select item_id from temp.touched);
            insert into item_text (item_id, text)
            select i.id, p.text from staged.post p join temp.newest using (line)
            join item i on i.source_id = @sourceId and i.native_id = p.native_id
            where i.id in (select item_id from temp.touched) and p.text <> '' order by i.id
            """;
        Lost = Lost with { Texts = connection.ExecuteScalar<long>(Emptied, new { sourceId }) };
        connection.Execute(Sql, new { sourceId });
    }

    private void InsertCaptures()
    {
        const string Sql = """
            insert into capture (file_id, line, item_id, captured_ms, state, score, replies, text_hash)
            select @fileId, p.line, i.id, p.captured_ms, p.state, p.score, p.replies, p.text_hash
            from staged.post p join item i on i.source_id = @sourceId and i.native_id = p.native_id
            where true order by p.line
            on conflict do nothing
            """;
        connection.Execute(Sql, new { sourceId, fileId });
    }

    /// <summary>
    /// A hash gives a short text away to whoever guesses it, so it goes with the text. It goes wherever a later capture shows the
    /// text as gone, whichever of the two came first.
    /// </summary>
    private void ForgetHashes()
    {
        const string Sql = """
            update capture set text_hash = x''
            where text_hash <> x'' and state in ('live', 'account gone')
                and item_id in (select i.id from staged.post p join item i on i.source_id = @sourceId and i.native_id = p.native_id)
                and exists (select 1 from capture g where g.item_id = capture.item_id and g.state not in ('live', 'account gone')
                    and coalesce(g.captured_ms, -1) >= coalesce(capture.captured_ms, -1))
            """;
        Lost = Lost with { Captures = connection.Execute(Sql, new { sourceId }) };
    }

    /// <summary>An author's key goes when the last post under it no longer shows it.</summary>
    private void ForgetAuthors()
    {
        const string Orphans = """
            select count(*) from temp.left_author l where not exists (select 1 from item where author_id = l.author_id)
            """;
        const string Sql = """
            insert or ignore into temp.left_author
            select a.id from staged.post p join author a on a.key = p.author_key;
            delete from author where id in (select author_id from temp.left_author)
                and not exists (select 1 from item where author_id = author.id)
            """;
        Lost = Lost with { Authors = connection.ExecuteScalar<long>(Orphans) };
        connection.Execute(Sql);
    }

    /// <summary>A score is a function of a text and its thread; where either arrived or changed, it is taken again.</summary>
    private void ForgetScores()
    {
        const string Sql = """
            create temp table context as
            select i.native_id from item i join temp.touched t on t.item_id = i.id
            union select native_id from temp.hinted;
            create temp table stale as
            select item_id from temp.touched
            union select i.id from item i join temp.context x on i.source_id = @sourceId and i.parent_id = x.native_id
            union select i.id from item i join temp.context x on i.source_id = @sourceId and i.thread_id = x.native_id;
            delete from temp.stale where item_id in (select item_id from expired_text);
            delete from unscored where item_id in (select item_id from temp.touched);
            delete from sentiment_score where item_id in (select item_id from temp.stale);
            delete from relevance_score where item_id in (select item_id from temp.stale);
            delete from stance_score where item_id in (select item_id from temp.stale);
            delete from stance_missing where item_id in (select item_id from temp.stale);
            delete from mention where item_id in (select item_id from temp.stale);
            delete from item_condition where item_id in (select item_id from temp.stale);
            insert into dirty_day (source_id, day_ms)
            select distinct @sourceId, i.created_ms - i.created_ms % 86400000 from item i join temp.stale s on s.item_id = i.id
            where true on conflict do nothing;
            """;
        connection.Execute(Sql, new { sourceId });
    }
}
