using Dapper;
using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring;

/// <summary>A store of threads that lack scores: replies to replies, some older than what they reply to or to nothing stored.</summary>
internal sealed class ThreadStore : IDisposable
{
    private static readonly string[] s_texts =
    [
        "MDMA therapy helped my PTSD a lot, I am glad.", "Ketamine was awful. The clinic was kind, and my depression is better.",
        "It works.", "This is a scam!", "Exactly, it helped me too.", "What a lovely day it was at the sea with all of my old friends.",
        "Psilocybin is interesting.", "My anxiety came back in spring, as it always does.", "[deleted]", "",
        "Ich habe gestern mit meinem Arzt sehr lange darüber gesprochen und er war freundlich.", ":)",
        "I am a bot, and this action was performed automatically.", "> LSD cured my depression\n\nI doubt that, but psilocybin may.",
    ];

    private readonly TempFolder _folder = new();

    public ThreadStore()
    {
        Database = LensDatabase.OpenOrCreate(_folder.File("store.db"));
        Execute("""
            insert into source (id, name) values (1, 'reddit');
            insert into community (id, source_id, name, name_key, class) values (1, 1, 'One', 'one', 'general'), (2, 1, 'Two', 'two', 'general');
            """);
    }

    public LensDatabase Database { get; }

    /// <summary>Threads in which the same seed says who replies to whom, with what, and when.</summary>
    public static ThreadStore Random(int posts, int seed)
    {
        var store = new ThreadStore();
        var random = new Random(seed);
        store.Add(Enumerable.Range(0, posts).Select(i => new
        {
            Id = $"t{i}",
            Kind = random.Next(6) == 0 ? "submission" : "comment",
            Community = random.Next(1, 3),
            Thread = $"t{random.Next(Math.Max(1, i - 60), i + 5)}",
            Parent = random.Next(9) == 0 ? "t_unstored" : $"t{random.Next(Math.Max(0, i - 8), i + 2)}",
            Created = (i - random.Next(4)) * 20_000_000L,
            Text = random.Next(15) == 0 ? null : s_texts[random.Next(s_texts.Length)] + (random.Next(3) == 0 ? "\n\n" + s_texts[random.Next(s_texts.Length)] : ""),
        }));
        return store;
    }

    /// <summary>A relevant submission, and so many replies, each to the one before.</summary>
    public static ThreadStore Chain(int replies)
    {
        var store = new ThreadStore();
        store.Add(Enumerable.Range(0, replies + 1).Select(i => new
        {
            Id = $"t{i}",
            Kind = i == 0 ? "submission" : "comment",
            Community = 1,
            Thread = "t0",
            Parent = i == 0 ? null : $"t{i - 1}",
            Created = i * 1000L,
            Text = i == 0 ? "MDMA therapy\n\nIt helped my PTSD." : i % 2 == 0 ? "It works." : "Ketamine too.",
        }));
        return store;
    }

    public ScoringReport Score(
        ScorerKinds scorers = ScorerKinds.All, int workers = 1, Fence? fence = null, SentimentMode mode = SentimentMode.Reference,
        IStanceScorer? stance = null, int dryRun = 0) =>
        new ScoringRun(
            Database, ScorersOf(mode, stance), TimeProvider.System, fence, new ScoringOptions { Scorers = scorers, Workers = workers, DryRun = dryRun })
            .Run(null, TestContext.Current.CancellationToken);

    /// <summary>All that scoring writes.</summary>
    public IReadOnlyList<string> Tables() => [.. new[]
    {
        "select 'relevance', item_id, target, relevant, probability, rule, path from relevance_score",
        "select 'mention', item_id, concept, start, length, term from mention",
        "select 'condition', item_id, condition from item_condition",
        """
        select 'sentiment', item_id, target, negative, neutral, positive, compound, prose_compound, sentence_mean, positive_share,
            negative_share, window_compound, masked_compound, tokens, sentences, saturated from sentiment_score
        """,
        "select 'stance', item_id, target, label, favor, against, neutral, unrelated from stance_score",
        "select 'missing', item_id, target, reason from stance_missing",
        "select 'unscored', item_id, reason from unscored",
        "select 'language', id, language from item",
        "select 'dirty', source_id, day_ms from dirty_day",
    }.SelectMany(sql => Rows(sql).Order(StringComparer.Ordinal))];

    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Database.ConnectReadOnly();
        return StoreContents.Rows(connection, sql);
    }

    public void Execute(string sql)
    {
        using var connection = Database.Connect();
        connection.Execute(sql);
    }

    public void Dispose() => _folder.Dispose();

    private static Scorers ScorersOf(SentimentMode mode, IStanceScorer? stance) => new(
        Shipped.Reader, new Dictionary<string, string> { ["Two"] = "therapy" }, stance ?? LinearStanceScorer.LoadShipped(), new SentimentOptions { Mode = mode });

    private void Add(IEnumerable<object> posts)
    {
        const string Sql = """
            insert into item (source_id, native_id, kind, community_id, thread_id, parent_id, author_state, bot, created_ms, state, text_hash)
            values (1, @Id, @Kind, @Community, @Thread, @Parent, 'absent', 0, @Created, 'live', x'00');
            insert into item_text (item_id, text) select last_insert_rowid(), @Text where @Text is not null
            """;
        using var connection = Database.Connect();
        using var transaction = connection.BeginTransaction();
        connection.Execute(Sql, posts);
        transaction.Commit();
    }
}
