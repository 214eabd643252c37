using System.Diagnostics;
using DiscourseLens.Tests.Support;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.App;

[Collection("Killed processes")] // one at a time: their moments are taken from a clock
public sealed class KilledImportTests
{
    private const int Kills = 25;
    private const int Seed = 20_200_101;

    [Fact]
    public async Task Import_EndsAsIfNeverKilled_WhenKilledManyTimesAndRunAgain()
    {
        using var folder = new TempFolder();
        string[] arguments = ["import", .. WriteArchives(folder), "--json", "--database"];
        Assert.Equal(0, (await ProgramRun.Of(folder, [.. arguments, folder.File("unbroken.db")])).ExitCode);
        var expected = StoreContents.AllWithViews(folder.File("unbroken.db"));
        string[] killed = [.. arguments, folder.File("killed.db")];

        var random = new Random(Seed);
        var longest = TimeSpan.FromSeconds(3);
        for (var (kills, tries) = (0, 0); kills < Kills; tries++)
        {
            Assert.InRange(tries, 0, 4 * Kills);
            if (await Kill(folder, killed, longest * (0.1 + (0.9 * random.NextDouble()))) is { } took)
            {
                longest = took < longest ? took : longest; // it ended first: kill sooner
                Forget(folder);
                continue;
            }

            if (++kills % 2 != 0) // every other time killed again on the store that a kill left
                continue;
            await Finish(folder, killed);
            Assert.Equal(expected, StoreContents.AllWithViews(folder.File("killed.db")));
            Forget(folder);
        }

        await Finish(folder, killed);
        Assert.Equal(expected, StoreContents.AllWithViews(folder.File("killed.db")));
    }

    private static async Task Finish(TempFolder folder, string[] arguments)
    {
        var run = await ProgramRun.Of(folder, arguments);
        Assert.True(run.ExitCode == 0, $"exit code {run.ExitCode}: {run.Errors}");
    }

    /// <summary>Kills a run after a while; returns null, or how long it took where it ended before.</summary>
    private static async Task<TimeSpan?> Kill(TempFolder folder, string[] arguments, TimeSpan after)
    {
        var clock = Stopwatch.StartNew();
        using var process = ProgramRun.Start(folder, arguments);
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(ended, Task.Delay(after, TestContext.Current.CancellationToken));
        var took = clock.Elapsed;
        process.Kill();
        await ended;
        return process.ExitCode == 0 ? took : null;
    }

    private static void Forget(TempFolder folder)
    {
        foreach (var file in Directory.GetFiles(folder.Path, "killed.db*"))
            File.Delete(file);
    }

    /// <summary>Overlapping months with late edits and deletions, about a second's work.</summary>
    private static List<string> WriteArchives(TempFolder folder)
    {
        var paths = new List<string>();
        for (var month = 1; month <= 3; month++)
        {
            var first = Noon + ((month - 1) * 31 * 86_400);
            paths.Add(Write($"RS_2020-0{month}.zst", Enumerable.Range(0, 400).Select(i => Submission($"s{month}{i}",
                i % 3 == 0 ? "MDMA therapy for PTSD" : "Plain talk", $"Text {i}.", Writer(i), Town(i), Day("created_utc", first, i)))));
            paths.Add(Write($"RC_2020-0{month}.zst", Enumerable.Range(0, 1500).Select(i => Comment($"c{(month * 1200) + i}",
                i % 11 == 0 ? "[deleted]" : $"Reply {i} about psilocybin and depression", Writer(i), Town(i), Day("created_utc", first, i),
                Day("retrieved_on", first + 86_400, i), ("link_id", $"\"t3_s{month}{i % 400}\"")))));
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
