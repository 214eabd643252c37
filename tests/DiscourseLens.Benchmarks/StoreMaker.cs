using System.Globalization;
using Dapper;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Benchmarks;

/// <summary><c>make-store PATH [POSTS]</c>: a store of invented threads without scores; the same number of posts gives the same posts.</summary>
internal static class StoreMaker
{
    private const int Seed = 5;
    private const int DefaultPosts = 1_000_000;
    private const int PostsInTransaction = 10_000;
    private const int Threads = 20;

    // About the share and length of comments and posts on Reddit.
    private static readonly int[] s_bytes = [40, 80, 80, 195, 195, 195, 400, 400, 1_000, 2_000];
    private static readonly string[] s_communities = ["depression", "Psychonaut", "TherapeuticKetamine", "news"];

    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2 || File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Name a file that does not exist yet, and a number of posts if you like.");
            return 2;
        }

        var posts = arguments.Length == 2 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : DefaultPosts;
        using var connection = LensDatabase.OpenOrCreate(arguments[0]).Connect();
        AddCommunities(connection);
        var chance = new Random(Seed);
        foreach (var chunk in Enumerable.Range(0, posts).Chunk(PostsInTransaction))
        {
            using var transaction = connection.BeginTransaction();
            Add(connection, chunk, chance);
            transaction.Commit();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts:N0} posts in '{arguments[0]}'."));
        return 0;
    }

    private static void AddCommunities(SqliteConnection connection)
    {
        connection.Execute("insert into source (id, name) values (1, 'reddit')");
        connection.Execute(
            "insert into community (id, source_id, name, name_key, class) values (@id, 1, @name, lower(@name), 'general')",
            s_communities.Select((name, i) => new { id = i + 1, name }));
    }

    // Every tenth post is a submission; the others answer one of the latest, or one of its answers.
    private static void Add(SqliteConnection connection, int[] numbers, Random chance)
    {
        const string Sql = """
            insert into author (id, key) values (@Author, @Key) on conflict do nothing;
            insert into item (id, source_id, native_id, kind, community_id, thread_id, parent_id, author_id, author_state, bot, created_ms,
                state, text_hash)
            values (@Id, 1, @Native, @Kind, @Community, @Thread, @Parent, @Author, 'named', 0, @Created, 'live', x'00');
            insert into item_text (item_id, text) values (@Id, @Text)
            """;
        connection.Execute(Sql, numbers.Select(number => Post(number, chance)));
    }

    private static object Post(int number, Random chance)
    {
        var isSubmission = number % 10 == 0;
        var thread = isSubmission ? number : Math.Max(0, (number / 10) - chance.Next(Threads)) * 10;
        var text = SampleTexts.One(s_bytes[chance.Next(s_bytes.Length)], chance);
        var author = chance.Next(1, 50_000);
        return new
        {
            Id = number + 1,
            Native = $"t{number}",
            Kind = isSubmission ? "submission" : "comment",
            Community = (thread / 10 % s_communities.Length) + 1,
            Thread = $"t{thread}",
            Parent = isSubmission ? null : $"t{(chance.Next(2) == 0 ? thread : Math.Max(thread, number - chance.Next(1, 9)))}",
            Author = author,
            Key = BitConverter.GetBytes(author),
            Created = 1_577_836_800_000 + (number * 120_000L),
            Text = isSubmission ? SampleTexts.One(60, chance) + "\n\n" + text : text,
        };
    }
}
