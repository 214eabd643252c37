using System.Diagnostics;
using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.App;

[Collection("Killed processes")]
public sealed class KilledServeTests
{
    private const int Kills = 25;
    private const int Seed = 20_260_713;

    [Fact]
    public async Task Serve_EndsAsIfNeverKilled_WhenKilledManyTimesAtWork()
    {
        using var folder = new TempFolder();
        var inbox = Directory.CreateDirectory(folder.File("data/inbox")).FullName;
        var store = folder.File("store.db");
        var files = Archives().ToList();
        var random = new Random(Seed);
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % 2 == 0 && kill / 2 < files.Count) // files come in while it is killed and started again
                Drop(inbox, files[kill / 2]);
            using var serve = ServeRun.Start(folder);
            await Task.Delay(TimeSpan.FromMilliseconds(700 + random.Next(2300)), TestContext.Current.CancellationToken);
            serve.Kill();
            interrupted += Count(store, "select count(*) from work where state in ('ready', 'running')") > 0 ? 1 : 0;
        }

        using (var serve = await ServeRun.Of(folder))
        {
            await Finished(store, files.Count);
            Assert.Equal(0, (await serve.Stop("TERM")).ExitCode);
        }

        var byHand = await ProgramRun.Of(folder, ["import", .. files.Select(file => Path.Combine(inbox, file.Name)), "--database", folder.File("hand.db")]);
        Assert.Equal(0, byHand.ExitCode);
        Assert.Equal(StoreContents.All(folder.File("hand.db")), StoreContents.All(store));
        Assert.Equal(Measured(folder.File("hand.db")), Measured(store));
        Assert.Equal(0, Count(store, "select count(*) from dirty_day"));
        Assert.Equal(files.Count, Count(store, "select count(*) from work where kind = 'import'"));
        Assert.InRange(interrupted, 3, Kills);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(inbox, file.Name))));
    }

    private static async Task Finished(string store, int files)
    {
        const string Left = "select count(*) from work where state <> 'done'";
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            if (Count(store, "select count(*) from work where kind = 'import'") == files && Count(store, Left) == 0
                && Count(store, "select count(*) from archive_file where late_threads > 0") == 0)
                return;
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "the inbox was not worked off: "
                + string.Join("; ", Rows(store, "select kind, key, state, attempt, error from work where state <> 'done'")));
        }
    }

    /// <summary>Scores and series, by natural keys.</summary>
    private static List<string> Measured(string store) =>
    [
        .. Rows(store, "select i.native_id, s.target, s.compound from sentiment_score s join item i on i.id = s.item_id order by 1, 2"),
        .. Rows(store, "select i.native_id, s.target, s.label, s.favor from stance_score s join item i on i.id = s.item_id order by 1, 2"),
        .. Rows(store, "select i.native_id, r.target, r.relevant, r.rule from relevance_score r join item i on i.id = r.item_id order by 1, 2"),
        .. Rows(store, "select count(*), sum(n) from archive_count"),
        .. Rows(store, "select * from trend_day order by 1, 2, 3, 4, 5"),
    ];

    private static long Count(string store, string sql)
    {
        try
        {
            return long.Parse(Assert.Single(Rows(store, sql)), null);
        }
        catch (SqliteException) // killed before the store had its tables, or was there at all
        {
            return 0;
        }
    }

    private static IReadOnlyList<string> Rows(string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return StoreContents.Rows(connection, sql);
    }

    /// <summary>As a careful person puts a file into the folder: under another name until it is whole.</summary>
    private static void Drop(string inbox, (string Name, byte[] Bytes) file)
    {
        File.WriteAllBytes(Path.Combine(inbox, file.Name + ".part"), file.Bytes);
        File.Move(Path.Combine(inbox, file.Name + ".part"), Path.Combine(inbox, file.Name));
    }

    /// <summary>Submissions and comments of three months; comments may come before their threads.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> Archives()
    {
        for (var month = 1; month <= 3; month++)
        {
            var first = Noon + ((month - 1) * 31 * 86_400);
            var comments = Enumerable.Range(0, 2000).Select(i => Comment($"c{(month * 4000) + i}",
                $"Reply {i} about psilocybin and depression", Writer(i), Town(i), At("created_utc", first, i),
                At("retrieved_on", first + 86_400, i), ("link_id", $"\"t3_s{month}{i % 500}\"")));
            var submissions = Enumerable.Range(0, 500).Select(i => Submission($"s{month}{i}",
                i % 3 == 0 ? "MDMA therapy for PTSD" : "Plain talk", $"Text {i}.", Writer(i), Town(i), At("created_utc", first, i)));
            var pair = new[] { ($"RC_2020-0{month}.zst", Zstd(Bytes(comments))), ($"RS_2020-0{month}.zst", Zstd(Bytes(submissions))) };
            foreach (var file in month == 2 ? pair : pair.Reverse())
                yield return file;
        }
    }

    private static (string, string?) Writer(int i) => ("author", i % 13 == 0 ? null : $"\"Writer{i % 400}\"");

    private static (string, string?) Town(int i) => ("subreddit", (i % 4) switch { 0 => "\"ptsd\"", 1 => "\"microdosing\"", _ => $"\"Town{i % 20}\"" });

    private static (string, string?) At(string name, long first, int i) => (name, $"{first + (i * 400)}");
}
