using System.Text;
using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Series;
using DiscourseLens.Trends;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Tests.Support;

/// <summary>A real store in a temporary folder, filled row by row as the import and the scoring pass would.</summary>
internal sealed class StoreBuilder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lens-").FullName;
    private readonly SqliteConnection _connection;
    private int _items;

    public StoreBuilder()
    {
        Database = LensDatabase.OpenOrCreate(Path.Combine(_folder, "lens.db"));
        _connection = Database.Connect();
        Execute("pragma synchronous = off");
        SourceId = Insert("insert into source (name) values ('reddit')");
        Gate = Scorer("relevance", "cascade");
        Sentiment = Scorer("sentiment", "vader");
        Stance = Scorer("stance", "linear");
        FileId = File("a");
    }

    public LensDatabase Database { get; }
    public long SourceId { get; }
    public long FileId { get; }
    public long Gate { get; }
    public long Sentiment { get; }
    public long Stance { get; }

    public long Source(string name) => Insert("insert into source (name) values (@name)", new { name });

    public long Community(string name, string @class = "general", long? source = null) => Insert(
        "insert into community (source_id, name, name_key, class) values (@source, @name, @key, @class)",
        new { source = source ?? SourceId, name, key = name.ToLowerInvariant(), @class });

    public long Scorer(string kind, string name) => Insert(
        """
        insert into scorer (kind, name, version, hash, first_used_ms, current)
        values (@kind, @name, '1', '0123456789abcdef', 0, 1)
        """,
        new { kind, name });

    public long File(string name, long? source = null) => Insert(
        """
        insert into archive_file (source_id, name, sha256, bytes, scope, read, stored, duplicate, out_of_scope, rejected)
        values (@source, @name, @name, 1, 'everything', 0, 0, 0, 0, 0)
        """,
        new { source = source ?? SourceId, name });

    /// <summary>A window of the ledger over [from, until), captured long after unless told.</summary>
    public StoreBuilder Covers(
        string from, string until, long? community = null, string kind = "comment", double fraction = 1, string? captured = "2030-01-01",
        long? source = null)
    {
        Execute(
            """
            insert into collection_window (source_id, kind, community_id, from_ms, until_ms, state, fraction, captured_ms)
            values (@source, @kind, @community, @from, @until, 'complete', @fraction, @captured)
            """,
            new { source = source ?? SourceId, kind, community, from = Ms(from), until = Ms(until), fraction, captured = MsOrNull(captured) });
        return this;
    }

    /// <summary>Posts that a file was seen to hold on a day.</summary>
    public StoreBuilder Reads(
        string day, long n, long community = 0, string kind = "comment", string? captured = "2030-01-01", long? file = null)
    {
        Execute(
            """
            insert into archive_count (file_id, kind, community_id, day_ms, n, captured_ms)
            values (@file, @kind, @community, @day, @n, @captured)
            on conflict do update set n = excluded.n, captured_ms = excluded.captured_ms
            """,
            new { file = file ?? FileId, kind, community, day = Ms(day), n, captured = MsOrNull(captured) });
        return Dirty(Ms(day), SourceOf("archive_file", file ?? FileId));
    }

    /// <summary>
    /// A stored post, relevant for 'all' and the target. No author is a deleted one; no score is an unscored post. Terms name conditions.
    /// </summary>
    public long Post(
        string day, long community, int? author = 1, double? compound = 0, string stance = "NEUTRAL", string target = "all",
        bool relevant = true, string? language = null, params string[] terms)
    {
        var source = SourceOf("community", community);
        var item = Insert(
            """
            insert into item (source_id, native_id, kind, community_id, thread_id, author_id, author_state, bot, created_ms,
                language, state, text_hash)
            values (@source, @native, 'comment', @community, 't3_abc', @author, @state, 0, @created, @language, 'live', x'00')
            """,
            new
            {
                source,
                native = $"t1_{++_items}",
                community,
                author = author is { } number ? Author(number) : (long?)null,
                state = author is null ? "deleted" : "named",
                created = Ms(day) + _items % 1000,
                language,
            });
        foreach (var (start, term) in terms.Index())
        {
            Execute(
                "insert into mention (item_id, scorer_id, concept, start, length, term) values (@item, @Gate, 'condition', @start, 1, @term)",
                new { item, Gate, start, term });
        }

        foreach (var each in new[] { "all", target }.Distinct())
            Score(item, each, compound, stance, relevant);
        if (compound is null)
            Execute("insert into unscored (item_id, reason) values (@item, 'bot')", new { item });
        Dirty(Ms(day), source);
        return item;
    }

    /// <summary>A look at a post at a fixed age.</summary>
    public void Looks(long item, int hours, string state = "live")
    {
        Execute(
            """
            insert into capture (file_id, line, item_id, captured_ms, state, text_hash, fixed_age_ms)
            select @FileId, 1 + (select coalesce(max(line), 0) from capture), @item, created_ms + @age, @state, x'00', @age from item where id = @item
            """,
            new { FileId, item, age = hours * 3_600_000L, state });
        Dirty(UtcDay.Floor(_connection.ExecuteScalar<long>("select created_ms from item where id = @item", new { item })), SourceOf("item", item));
    }

    /// <summary>As many posts by as many authors.</summary>
    public StoreBuilder Posts(
        string day, int count, long community, double compound = 0, string stance = "NEUTRAL", string target = "all", string? language = null,
        params string[] terms)
    {
        for (var author = 1; author <= count; author++)
            Post(day, community, author, compound, stance, target, relevant: true, language, terms);
        return this;
    }

    /// <summary>Lets the texts of some posts expire.</summary>
    public StoreBuilder Expire(string items)
    {
        Execute($"insert into expired_text (item_id) select id from item where {items}");
        return this;
    }

    /// <summary>Puts a new version of a kind of scorer in use, which gives the same scores to posts whose text is still there.</summary>
    public StoreBuilder Rescore(string kind)
    {
        var (table, columns) = kind switch
        {
            "relevance" => ("relevance_score", "target, relevant, probability, rule, path"),
            "sentiment" => ("sentiment_score", "target, negative, neutral, positive, compound"),
            _ => ("stance_score", "target, label, favor, against, neutral, unrelated"),
        };
        var next = Scorer(kind, "next");
        Execute(
            $"""
            insert into {table} (item_id, scorer_id, {columns})
            select item_id, @next, {columns} from {table}
            where item_id not in (select item_id from expired_text) and scorer_id = (select max(id) from scorer where kind = @kind and id < @next);
            update scorer set current = 0 where kind = @kind and id <> @next
            """, new { next, kind });
        return this;
    }

    public void Remove(long item)
    {
        Dirty(UtcDay.Floor(_connection.ExecuteScalar<long>("select created_ms from item where id = @item", new { item })), SourceOf("item", item));
        Execute("delete from item where id = @item", new { item });
    }

    public StoreBuilder RollUp(SeriesOptions? options = null)
    {
        new Rollup(Database, options).Run(CancellationToken.None);
        return this;
    }

    public Trend Trend(params string[] query) => new TrendReader(Database).Read(Query(query));

    public TrendAnswer Answer(params string[] query) => new TrendReader(Database).Answer(Query(query));

    public IReadOnlyList<string> States(params string[] query) =>
        Trend(query).Buckets.Select(bucket => bucket.State.Text()).ToList();

    /// <summary>Every row of a query as text.</summary>
    public List<string> Rows(string sql)
    {
        using var reader = _connection.ExecuteReader(sql);
        var rows = new List<string>();
        while (reader.Read())
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
                row.Append(i == 0 ? "" : "|").Append(reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
            rows.Add(row.ToString());
        }

        return rows;
    }

    public void Execute(string sql, object? parameters = null) => _connection.Execute(sql, parameters);

    public long Insert(string sql, object? parameters = null) =>
        _connection.ExecuteScalar<long>(sql + " returning rowid", parameters);

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static long Ms(string day) => DateTimeOffset.Parse(day + (day.Length == 10 ? "T00:00:00Z" : "Z"), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private static long? MsOrNull(string? day) => day is null ? null : Ms(day);

    private static TrendQuery Query(string[] query) => TrendQuery.Parse(
        query.Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));

    private long Author(int number)
    {
        var key = BitConverter.GetBytes(number);
        Execute("insert into author (key) values (@key) on conflict do nothing", new { key });
        return _connection.ExecuteScalar<long>("select id from author where key = @key", new { key });
    }

    private void Score(long item, string target, double? compound, string stance, bool relevant)
    {
        Execute(
            """
            insert into relevance_score (item_id, scorer_id, target, relevant, probability, rule, path)
            values (@item, @Gate, @target, @relevant, 0.5, 'r', 'p')
            """,
            new { item, Gate, target, relevant });
        if (compound is null)
            return;
        if (target == "all")
        {
            Execute(
                """
                insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound)
                values (@item, @Sentiment, 'all', 0, 1, 0, @compound)
                """,
                new { item, Sentiment, compound });
        }

        Execute(
            """
            insert into stance_score (item_id, scorer_id, target, label, favor, against, neutral, unrelated)
            values (@item, @Stance, @target, @stance, 0.25, 0.25, 0.25, 0.25)
            """,
            new { item, Stance, target, stance });
    }

    private long SourceOf(string table, long id) =>
        _connection.ExecuteScalar<long>($"select source_id from {table} where id = @id", new { id });

    private StoreBuilder Dirty(long dayMs, long source)
    {
        Execute("insert or ignore into dirty_day (source_id, day_ms) values (@source, @dayMs)", new { source, dayMs });
        return this;
    }
}
