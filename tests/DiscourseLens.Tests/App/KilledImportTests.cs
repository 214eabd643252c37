using System.Diagnostics;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.App;

public sealed class KilledImportTests
{
    private const int Kills = 25;
    private const int Seed = 20_200_101;

    [Fact]
    public async Task Import_EndsAsIfNeverKilled_WhenKilledManyTimesAndRunAgain()
    {
        using var folder = new TempFolder();
        string[] arguments = ["import", .. WriteArchives(folder), "--json", "--database"];
        var clock = Stopwatch.StartNew();
        var unbroken = await ProgramRun.Of(folder, [.. arguments, folder.File("unbroken.db")]);
        var wall = clock.Elapsed;
        Assert.True(unbroken.ExitCode == 0, unbroken.Errors); // on a slow machine there are lines of progress too
        var expected = StoreContents.All(folder.File("unbroken.db"));

        var random = new Random(Seed);
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var store = folder.File("killed.db");
            interrupted += await Kill(folder, [.. arguments, store], wall * (0.1 + (0.9 * random.NextDouble()))) ? 1 : 0;
            if (kill % 3 != 2) // killed up to three times in a row before a run may end
                continue;
            Assert.Equal(0, (await ProgramRun.Of(folder, [.. arguments, store])).ExitCode);
            Assert.Equal(expected, StoreContents.All(store));
            foreach (var file in Directory.GetFiles(folder.Path, "killed.db*"))
                File.Delete(file);
        }

        Assert.Equal(0, (await ProgramRun.Of(folder, [.. arguments, folder.File("killed.db")])).ExitCode);
        Assert.Equal(expected, StoreContents.All(folder.File("killed.db")));
        Assert.InRange(interrupted, Kills / 2, Kills);
    }

    private static async Task<bool> Kill(TempFolder folder, string[] arguments, TimeSpan after)
    {
        using var process = ProgramRun.Start(folder, arguments);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        var ran = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return ran && process.ExitCode != 0;
    }

    /// <summary>Overlapping months with late edits and deletions, about a second's work.</summary>
    private static List<string> WriteArchives(TempFolder folder)
    {
        var paths = new List<string>();
        for (var month = 1; month <= 3; month++)
        {
            var first = Noon + ((month - 1) * 31 * 86_400);
            paths.Add(Write($"RS_2020-0{month}.zst", Enumerable.Range(0, 1500).Select(i => Submission($"s{month}{i}",
                i % 3 == 0 ? "MDMA therapy for PTSD" : "Plain talk", $"Text {i}.", Writer(i), Town(i), Day("created_utc", first, i)))));
            paths.Add(Write($"RC_2020-0{month}.zst", Enumerable.Range(0, 5000).Select(i => Comment($"c{(month * 4000) + i}",
                i % 11 == 0 ? "[deleted]" : $"Reply {i} about psilocybin and depression", Writer(i), Town(i), Day("created_utc", first, i),
                Day("retrieved_on", first + 86_400, i), ("link_id", $"\"t3_s{month}{i % 1500}\"")))));
        }

        return paths;

        string Write(string name, IEnumerable<string> lines)
        {
            File.WriteAllBytes(folder.File(name), Zstd(Bytes(lines)));
            return folder.File(name);
        }
    }

    private static (string, string?) Writer(int i) => ("author", i % 13 == 0 ? null : $"\"Writer{i % 400}\"");

    private static (string, string?) Town(int i) => ("subreddit", (i % 4) switch { 0 => "\"ptsd\"", 1 => "\"microdosing\"", _ => $"\"Town{i % 50}\"" });

    private static (string, string?) Day(string name, long first, int i) => (name, $"{first + (i * 400)}");
}
