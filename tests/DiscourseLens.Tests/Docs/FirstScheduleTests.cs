using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

/// <summary>The steps of docs/sources.md as a first-time user takes them, with the program, against fakes: only address and pace are other.</summary>
public sealed partial class FirstScheduleTests
{
    [Theory]
    [InlineData("Hacker News, without credentials", "hackernews")]
    [InlineData("Reddit, with your own approved application", "reddit")]
    [InlineData("A forum that runs Discourse, without credentials", "forum")]
    public async Task Steps_LeadToARunningSchedule(string heading, string source)
    {
        var section = Markdown.Sections(Documents.Read("docs/sources.md"), 2).Single(section => section.Heading == heading).Body;
        using var home = new TempFolder();
        var time = new LeapingTime(TimeProvider.System.GetUtcNow());
        await using var fake = Fake(source, time, new FakePosts(3, time, time.GetUtcNow().AddHours(-5), time.GetUtcNow().AddHours(-1), 6));
        fake.AnswerTime = TimeSpan.Zero;
        await fake.StartAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(home.File("appsettings.Local.json"), Settings(section, source, fake.Address), TestContext.Current.CancellationToken);
        var environment = Export().Matches(section).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Contains($"`discourselens collect {source}`", section, StringComparison.Ordinal);
        Assert.Contains($"discourselens collect {source} --dry-run", section, StringComparison.Ordinal);
        var dry = await ProgramRun.Of(home, environment, ["collect", source, "--dry-run"]);
        Assert.True(dry.ExitCode == 0, dry.Errors);
        Assert.Contains("would be stored", dry.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(home.File("data/discourselens.db")));
        var doctor = await ProgramRun.Of(home, environment, ["doctor"]);
        Assert.True(doctor.ExitCode == 0, doctor.Output);
        var collect = await ProgramRun.Of(home, environment, ["collect", source]);
        Assert.True(collect.ExitCode == 0, collect.Errors + collect.Output);
        await ServeAsync(home, environment, source);
    }

    private static async Task ServeAsync(TempFolder home, Dictionary<string, string> environment, string source)
    {
        using var process = ProgramRun.Start(home, environment, ["serve", "--urls", "http://127.0.0.1:0"]);
        try
        {
            var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var http = new HttpClient { BaseAddress = new Uri(ready!.Split(' ', ';').First(word => word.StartsWith("http", StringComparison.Ordinal))) };
            for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
            {
                using var runs = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/runs", UriKind.Relative), TestContext.Current.CancellationToken));
                var shown = Assert.Single(runs.RootElement.GetProperty("sources").EnumerateArray());
                if (shown.GetProperty("state").GetString() == "at rest" && shown.GetProperty("nextRun").GetDateTimeOffset() > TimeProvider.System.GetUtcNow())
                    return;
                Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{source} came to no rest: {shown}");
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static FakeSource Fake(string source, LeapingTime time, FakePosts posts) => source switch
    {
        "hackernews" => new FakeHackerNews(time, new Faults(1, 0), posts),
        "reddit" => new FakeReddit(time, new Faults(1, 0), posts),
        _ => new FakeDiscourse(time, new Faults(1, 0), posts),
    };

    private static string Settings(string section, string source, Uri address)
    {
        var settings = JsonNode.Parse(Markdown.Fences(section).First(fence => fence.Language == "json").Text)!;
        var options = settings["Collect"]!["Sources"]![source]!;
        (options["Address"], options["SpacingSeconds"]) = (address.ToString(), 0.1);
        return settings.ToJsonString();
    }

    [GeneratedRegex("^export ([A-Z_]+)=(.+)$", RegexOptions.Multiline)]
    private static partial Regex Export();
}
