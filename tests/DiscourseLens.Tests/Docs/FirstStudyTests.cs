using System.Text.RegularExpressions;
using DiscourseLens.SampleMaker;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

/// <summary>The first study as its page tells it: each command is run, and each output is what it shows.</summary>
public sealed partial class FirstStudyTests
{
    private const ulong Seed = 7;

    [Fact]
    public async Task Commands_PrintWhatThePageShows()
    {
        using var home = new TempFolder();
        MakeArchives(home);
        var compared = 0;
        foreach (var (_, text) in Markdown.Fences(Documents.Read("docs/first-study.md")))
        {
            foreach (var (command, shown) in Prompts(text))
            {
                if (command.StartsWith("cat ", StringComparison.Ordinal))
                    await File.WriteAllTextAsync(home.File(command[4..]), shown, TestContext.Current.CancellationToken);
                else if (command.StartsWith("discourselens ", StringComparison.Ordinal))
                    compared += await CompareAsync(home, command, shown);
                else if (command.StartsWith("head ", StringComparison.Ordinal))
                    compared += Compare(command, shown, await File.ReadAllTextAsync(home.File(command.Split(' ')[^1]), TestContext.Current.CancellationToken));
            }
        }

        Assert.Equal(7, compared);
    }

    private static void MakeArchives(TempFolder home)
    {
        using var made = new TempFolder();
        Directory.CreateDirectory(home.File("archives"));
        foreach (var path in SampleArchives.Write(made.Path, Seed).Where(path => Path.GetExtension(path) == ".zst" && path.Contains("2022", StringComparison.Ordinal)))
            File.Move(path, home.File(path.Contains("comments", StringComparison.Ordinal) ? "archives/mytown_comments.zst" : "archives/mytown_submissions.zst"));
    }

    private static async Task<int> CompareAsync(TempFolder home, string command, string shown)
    {
        var parts = command.Split(" > ");
        string[] arguments = [.. parts[0].Split(' ').Skip(1).SelectMany(word => Words(home, word))];
        var run = await ProgramRun.Of(home, arguments);
        if (parts.Length == 1)
            return Compare(command, shown, run.Output + run.Errors);
        await File.WriteAllTextAsync(home.File(parts[1]), run.Output, TestContext.Current.CancellationToken);
        return 0;
    }

    private static IEnumerable<string> Words(TempFolder home, string word) =>
        word == "archives/*.zst" ? Directory.GetFiles(home.File("archives")).Order(StringComparer.Ordinal) : [word];

    // What stands between two ellipses is found in the output, in that order.
    private static int Compare(string command, string shown, string printed)
    {
        var (rest, at) = (Plain(printed), 0);
        foreach (var part in Plain(shown).Split('…').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var found = rest.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{command}\nis said to print\n{part}\nbut prints\n{rest[at..]}");
            at = found + part.Length;
        }

        return 1;
    }

    private static IEnumerable<(string Command, string Shown)> Prompts(string fence) => fence.Split("$ ").Skip(1)
        .Select(part => part.Split('\n', 2)).Select(part => (part[0].Trim(), part[1]));

    private static string Plain(string text) => Blanks().Replace(Hash().Replace(text, "/hash").Replace('─', ' '), " ");

    [GeneratedRegex("/[0-9a-f]{8}(?![0-9a-f])")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
