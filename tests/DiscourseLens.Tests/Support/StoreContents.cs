using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Support;

/// <summary>What a store holds, by natural keys: two stores with the same contents give the same lines.</summary>
internal static class StoreContents
{
    /// <summary>Posts, captures and threads, which no order of files may change.</summary>
    private static readonly string[] s_posts =
    [
        """
        select 'item', i.native_id, i.kind, c.name, c.class, i.thread_id, i.parent_id, hex(a.key), i.author_state, i.bot, i.created_ms,
            i.permalink, i.language, i.state, i.captured_ms, hex(i.text_hash), t.text
        from item i join community c on c.id = i.community_id left join author a on a.id = i.author_id
        left join item_text t on t.item_id = i.id
        """,
        """
        select 'capture', f.sha256, c.line, i.native_id, c.captured_ms, c.state, c.score, c.replies, hex(c.text_hash)
        from capture c join item i on i.id = c.item_id join archive_file f on f.id = c.file_id
        """,
        "select 'author', hex(key) from author",
        "select 'hint', native_id, concepts from thread_hint",
        "select 'reject', f.sha256, r.line, r.byte_offset, r.bytes, r.sha256, r.reason from rejected_line r join archive_file f on f.id = r.file_id",
    ];

    /// <summary>The books: files, counts, coverage and days to roll up.</summary>
    private static readonly string[] s_books =
    [
        "select 'study', name, value from study where name = 'study_key_fingerprint'",
        "select 'community', name, name_key, class from community",
        """
        select 'file', name, sha256, bytes, captured_ms, first_day_ms, last_day_ms, scope, late_threads, read, stored, duplicate,
            out_of_scope, rejected from archive_file
        """,
        """
        select 'count', f.sha256, n.kind, c.name_key, n.day_ms, n.n, n.captured_ms
        from archive_count n join archive_file f on f.id = n.file_id join community c on c.id = n.community_id
        """,
        """
        select 'declared', f.sha256, w.kind, w.from_ms, w.until_ms, w.state, w.fraction, w.reason, w.everywhere
        from archive_window w join archive_file f on f.id = w.file_id
        """,
        """
        select 'covers', f.sha256, c.name_key from archive_community a join archive_file f on f.id = a.file_id
        join community c on c.id = a.community_id
        """,
        """
        select 'window', w.kind, c.name_key, w.from_ms, w.until_ms, w.state, w.fraction, w.captured_ms, w.fetched, w.reason
        from collection_window w left join community c on c.id = w.community_id
        """,
        "select 'dirty', day_ms from dirty_day",
    ];

    /// <summary>What analysts see. Days of single communities add up to the weeks and months that are compared.</summary>
    private static readonly string[] s_views =
    [
        "select 'post', * from post",
        "select 'day', * from trend_day where community = 'all'",
        "select 'week', * from trend_week",
        "select 'month', * from trend_month",
        "select 'coverage', * from coverage",
        "select 'rejected', * from rejected",
    ];

    public static IReadOnlyList<string> AllWithViews(string path) => Read(path, [.. s_posts, .. s_books, .. s_views]);

    public static IReadOnlyList<string> Posts(string path) => Read(path, s_posts);

    public static IReadOnlyList<string> All(string path) => Read(path, [.. s_posts, .. s_books]);

    public static IReadOnlyList<string> Rows(SqliteConnection connection, string sql)
    {
        using var reader = connection.ExecuteReader(sql);
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : $"{reader.GetValue(i)}")));
        return rows;
    }

    public static T Scalar<T>(SqliteConnection connection, string sql) => connection.ExecuteScalar<T>(sql)!;

    private static List<string> Read(string path, string[] queries)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. queries.SelectMany(sql => Rows(connection, sql).Order(StringComparer.Ordinal))];
    }
}
