using System.Text;
using System.Text.Json;
using DiscourseLens.Tests.Support;
using ZstdSharp;

namespace DiscourseLens.Tests.App;

public sealed class SampleStudyTests(SampleStore store) : IClassFixture<SampleStore>
{
    private const string Union = "community = 'all' and target = 'all'";

    [Fact]
    public void Trend_ShowsTheSample_WhenThereIsNoStore()
    {
        Assert.Equal(0, store.First.ExitCode);
        Assert.Contains("invented sample", store.First.Errors, StringComparison.Ordinal);
        Assert.Contains("no real person wrote any of it", Assert.Single(store.Rows("select value from study where name = 'notice'")), StringComparison.Ordinal);
        Assert.Single(store.Rows("select value from study where name = 'sample'"));
        Assert.Equal(["sample.db"], Directory.GetFiles(Path.GetDirectoryName(store.Path)!).Select(Path.GetFileName)
            .Where(name => name!.EndsWith(".db", StringComparison.Ordinal) || name.Contains("making", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Trend_WritesTheNoticeOverTheTable_AndMakesTheStoreOnce()
    {
        var made = File.GetCreationTimeUtc(store.Path);
        var run = await store.Run("trend", "--by", "year");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("This is an invented sample", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Making", run.Errors, StringComparison.Ordinal);
        Assert.Equal(made, File.GetCreationTimeUtc(store.Path));
    }

    [Fact]
    public void Import_AccountsForEveryLine()
    {
        var files = Directory.GetFiles(RepositoryFolder.PathOf("samples"), "*.zst").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(8, files.Count);
        Assert.Equal(
            files.Select(file => $"{Path.GetFileName(file)}|{LinesOf(file)}|1"),
            store.Rows("select name, read, read = stored + duplicate + out_of_scope + rejected from archive_file order by name"));
        Assert.Equal(["1|1|1|1"], store.Rows(
            "select sum(stored) = (select count(*) from item), sum(duplicate) > 50, sum(out_of_scope) > 10, sum(rejected) > 2 from archive_file"));
    }

    [Fact]
    public void Sample_HoldsWhatRealArchivesHold()
    {
        Assert.Equal(
            ["account gone", "deleted by author", "live", "removed by moderator"],
            store.Rows("select state from item group by state order by state"));
        Assert.Equal(["absent", "deleted", "named"], store.Rows("select author_state from item group by 1 order by 1"));
        Assert.Equal(["bot", "deleted", "language", "removed"], store.Rows("select reason from unscored group by 1 order by 1"));
        Assert.Equal(["8"], store.Rows("select count(distinct community) from post"));
        Assert.Equal(["general", "mental-health", "substance", "therapy"], store.Rows("select class from post group by 1 order by 1"));
        Assert.Equal(["0"], store.Rows("select count(*) from post where relevant is null and unscored is null"));
        Assert.NotEqual(0, store.Number("select count(*) from post where text like '%' || char(65533)"));
        // The busiest twentieth of the authors write a fifth of the posts, as in real threads.
        Assert.InRange(store.Number("""
            select sum(iif(place <= total / 20, n, 0)) * 1.0 / sum(n) from (
                select n, row_number() over (order by n desc) as place, count(*) over () as total
                from (select count(*) as n from item where author_id is not null group by author_id))
            """), 0.18, 0.5);
    }

    [Fact]
    public void Days_AreMissingZeroOrProvisional_InTheView()
    {
        Assert.Equal(
            ["2023-03-14T00:00:00Z|0|null|0", "2023-03-15T00:00:00Z|0|null|0", "2023-03-16T00:00:00Z|0|null|0",
                "2023-03-17T00:00:00Z|0|null|0", "2023-03-18T00:00:00Z|0|null|0"],
            Days("state = 'missing'", "start, n, value, coverage"));
        Assert.Equal(
            ["zero|0|0|1"], Days("start = '2022-12-25T00:00:00Z'", "state, n, value, coverage"));
        Assert.Equal(
            ["2024-12-26T00:00:00Z", "2024-12-27T00:00:00Z", "2024-12-28T00:00:00Z", "2024-12-29T00:00:00Z",
                "2024-12-30T00:00:00Z", "2024-12-31T00:00:00Z"],
            Days("state = 'provisional'", "start"));
        Assert.Equal(["1218"], Days("true", "count(*)"));
    }

    [Theory]
    [InlineData("volume")]
    [InlineData("sentiment")]
    [InlineData("favor")]
    public async Task Days_AreEqual_InSqlCsvAndJson(string measure)
    {
        var csv = (await store.Run("trend", "--measure", measure, "--by", "day", "--format", "csv")).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(cells => Cells(cells[0], cells[2], cells[4], cells[6], cells[9])).ToList();
        using var json = JsonDocument.Parse((await store.Run("trend", "--measure", measure, "--by", "day", "--json")).Output);
        var buckets = json.RootElement.GetProperty("buckets").EnumerateArray()
            .Select(bucket => Cells(Text(bucket, "start"), Text(bucket, "state"), Text(bucket, "n"), Text(bucket, "value"), Text(bucket, "mark")));
        var sql = store.Rows($"""
            select start, state, iif(suppressed and n < 10, '<10', n), iif(suppressed or value is null, '', format('%.9g', value)), coalesce(mark, '')
            from trend_day where {Union} and measure = '{measure}' order by start
            """);
        Assert.Equal(1218, csv.Count);
        Assert.Equal(csv, buckets);
        Assert.Equal(sql.Zip(csv, AsTold), csv);
        // Views flag and do not hide, so they tell the second cells that the answers keep back; those are few, and none is small.
        var hidden = sql.Zip(csv).Where(pair => IsHidden(pair.Second)).ToList();
        Assert.InRange(hidden.Count, 1, 100);
        Assert.DoesNotContain(hidden, pair => pair.First.Contains("|<10|", StringComparison.Ordinal) || pair.First.Contains("|0|", StringComparison.Ordinal));
    }

    [Fact]
    public void Favor_StepsDownOnTheStatedDay_AndSentimentDoesNot()
    {
        // Planted: 50 % to 28 % of what is said, 22 points. The scorer's mean probability sees 6.5 of them: it was trained on other
        // texts than these and hedges. That is far outside what chance does to 4,400 and 4,000 posts: a point and a half.
        Assert.InRange(Before("favor") - After("favor"), 0.045, 0.25);
        Assert.InRange(After("against") - Before("against"), 0.045, 0.25);
        // The tone goes the other way: those in favor tell of illness, those against are courteous.
        Assert.InRange(After("compound") - Before("compound"), 0.05, 0.3);
        // It is a step: the half years on either side of it are level.
        Assert.InRange(Mean("favor", "2022-09-01", "2023-03-01") - Mean("favor", "2023-03-01", "2023-09-01"), -0.06, 0.06);
        Assert.InRange(Mean("favor", "2023-09-01", "2024-03-01") - Mean("favor", "2024-03-01", "2024-09-01"), -0.06, 0.06);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("score")]
    [InlineData("rollup")]
    public async Task Sample_TakesNothingIn(string command)
    {
        var before = store.Rows("select name, value from study");
        string[] files = command == "import" ? [RepositoryFolder.PathOf("samples/sample_comments_2021.zst")] : [];
        var run = await store.Run([command, .. files, "--database", store.Path]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("invented sample study and takes nothing in; name another store with --database", Assert.Single(run.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, store.Rows("select name, value from study"));
    }

    [Fact]
    public async Task Trend_ShowsNoSample_WhenAStoreIsThereOrNamed()
    {
        using var home = new TempFolder();
        var named = await ProgramRun.Of(home, "trend", "--database", "mistyped.db");
        Assert.Equal((1, ""), (named.ExitCode, named.Output));
        File.WriteAllText(home.File("a.ndjson"), ArchiveBuilder.Comment("c1", "MDMA therapy helped my PTSD", ("subreddit", "\"ptsd\"")) + "\n");
        Assert.Equal(0, (await ProgramRun.Of(home, "import", "a.ndjson")).ExitCode);
        var own = await ProgramRun.Of(home, "trend");
        Assert.Equal((0, ""), (own.ExitCode, own.Errors));
        Assert.DoesNotContain("invented", own.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(home.File("data/sample.db")));
    }

    [Fact]
    public async Task Trend_LeavesAnotherFileInTheSamplesPlaceAlone()
    {
        using var home = new TempFolder();
        Directory.CreateDirectory(home.File("data"));
        File.WriteAllText(home.File("data/sample.db"), "my own notes");
        var run = await ProgramRun.Of(home, "trend");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is no sample store", run.Errors, StringComparison.Ordinal);
        Assert.Equal("my own notes", File.ReadAllText(home.File("data/sample.db")));
    }

    private IReadOnlyList<string> Days(string where, string columns) =>
        store.Rows($"select {columns} from trend_day where {Union} and measure = 'volume' and {where}");

    private double Before(string column) => Mean(column, "2021-09-01", "2023-09-01");

    private double After(string column) => Mean(column, "2023-09-01", "2025-01-01");

    private double Mean(string column, string from, string until) =>
        store.Number($"select avg({column}) from post where relevant = 1 and created >= '{from}' and created < '{until}'");

    private static bool IsHidden(string cells) => cells.Split('|')[2] == "hidden";

    private static string AsTold(string inSql, string told)
    {
        var cells = inSql.Split('|');
        return IsHidden(told) ? string.Join('|', cells[0], cells[1], "hidden", "", cells[4]) : inSql;
    }

    private static string Cells(string start, string state, string n, string value, string mark) =>
        string.Join('|', start, state, n, value.Length == 0 ? "" : Rounded(value), mark);

    // SQLite and .NET write the same double with another number of digits.
    private static string Rounded(string value) =>
        double.Parse(value, System.Globalization.CultureInfo.InvariantCulture).ToString("G9", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonElement bucket, string name) => bucket.GetProperty(name).ToString();

    private static int LinesOf(string path)
    {
        using var stream = new DecompressionStream(File.OpenRead(path), leaveOpen: false);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n').Count(line => line.Length > 0);
    }
}
