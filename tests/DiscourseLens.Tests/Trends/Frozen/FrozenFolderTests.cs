using System.Text;
using System.Text.Json;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Frozen;

namespace DiscourseLens.Tests.Trends.Frozen;

public sealed class FrozenFolderTests : IDisposable
{
    private const string HostileStudy = "A \"study\"\n: *x <b>";
    private readonly TempFolder _home = new();
    private readonly StoreBuilder _store = Filled();

    public void Dispose()
    {
        _store.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void Freeze_GivesTheSameHash_WhereverAndWheneverItIsMade()
    {
        var first = Folder("a").Freeze(_store.Database, new());
        _store.Execute("update run set started_ms = started_ms + 1");
        var again = Folder("a").Freeze(_store.Database, new());
        var elsewhere = Folder("deep/er").Freeze(_store.Database, new(), "paper");
        using var twin = Filled();

        Assert.Equal([first.Hash, first.Hash, first.Hash], new[] { again, elsewhere, Folder("c").Freeze(twin.Database, new()) }.Select(each => each.Hash));
        Assert.Equal(("2030-01-01-" + first.Hash[..8], "paper-" + first.Hash[..8]), (first.Name, elsewhere.Name));
        Assert.Single(Folder("a").List());
        Assert.Equal(
            ["CITATION.cff", "README.txt", "SHA256SUMS", "codebook.md", "data.csv", "definitions.md", "metadata.json", "methods.md"],
            first.Files.Select(file => file.Name));
        Assert.Empty(Directory.GetDirectories(Folder("a").Path, ".*"));
    }

    [Fact]
    public void Freeze_NamesTheProgram_AsEveryAnswerDoes()
    {
        var folder = Folder("a");

        var metadata = JsonDocument.Parse(folder.Read(folder.Freeze(_store.Database, new()).Name, "metadata.json")!).RootElement;

        Assert.Equal("DiscourseLens " + ProgramVersion.Text, metadata.GetProperty("program").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", ProgramVersion.Text);
    }

    [Fact]
    public void Freeze_GivesAnotherHash_WhenTheStoreOrTheQueryIsAnother()
    {
        var first = Folder("a").Freeze(_store.Database, new());
        var weeks = Folder("a").Freeze(_store.Database, FrozenFolder.Parse([KeyValuePair.Create("by", (string?)"week")]));
        _store.Posts("2023-02-03", 12, _store.Community("new")).RollUp();
        var later = Folder("a").Freeze(_store.Database, new());

        Assert.Equal(3, new[] { first.Hash, weeks.Hash, later.Hash }.Distinct().Count());
        Assert.Equal(3, Folder("a").List().Count);
        Assert.All(Folder("a").List(), each => Assert.True(each.IsIntact));
    }

    [Fact]
    public void Freeze_HoldsNothingOfASinglePostOrAuthor()
    {
        var folder = Folder("a");
        var frozen = folder.Freeze(_store.Database, new());
        var all = string.Concat(frozen.Files.Select(file => Encoding.UTF8.GetString(folder.Read(frozen.Name, file.Name)!)));

        var secrets = _store.Rows("select native_id from item union select lower(hex(key)) from author where length(key) >= 4 union select text from item_text");
        Assert.True(secrets.Count > 50, $"{secrets.Count}");
        Assert.DoesNotContain(secrets, secret => all.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("author_id", all, StringComparison.Ordinal);

        // What the store hides is empty, in every measure; and there is something hidden to be tested.
        var hidden = _store.Rows(
            """
            select measure, target, start from trend_month
            where community = 'all' and suppressed = 1 and measure in ('volume', 'share', 'sentiment', 'favor', 'against', 'neutral')
            """).ToHashSet();
        var rows = Rows(folder, frozen).ConvertAll(row => row.Split(','));
        Assert.True(hidden.Count > 10, $"{hidden.Count}");
        Assert.Equal(hidden.Count, rows.Count(row => hidden.Contains($"{row[0]}|{row[1]}|{row[2]}")));
        foreach (var row in rows.Where(row => hidden.Contains($"{row[0]}|{row[1]}|{row[2]}")))
            Assert.True(row[8].Length + row[9].Length + row[10].Length == 0 && (row[6].StartsWith('<') || row[7].StartsWith('<')), string.Join(',', row));
        Assert.DoesNotContain(rows, row => int.TryParse(row[6], out var n) && n is > 0 and < 10);
    }

    [Fact]
    public void Data_SaysWhatTheTrendSays()
    {
        var folder = Folder("a");
        var rows = Rows(folder, folder.Freeze(_store.Database, new()));

        foreach (var query in new[] { "measure=volume target=all", "measure=sentiment target=mdma", "measure=favor target=all" })
        {
            using var csv = new StringWriter();
            TrendCsv.Write(_store.Trend(query.Split(' ')), csv);
            var prefix = string.Join(',', query.Split(' ').Select(pair => pair.Split('=')[1])) + ",";
            Assert.Equal(csv.ToString().TrimEnd('\n').Split('\n').Skip(1).Select(line => prefix + line), rows.Where(row => row.StartsWith(prefix, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Metadata_NamesScorersLimitsAndMarks_AndTheCitationQuotesTheStudy()
    {
        var folder = Folder("a");
        var frozen = folder.Freeze(_store.Database, new());
        var metadata = JsonDocument.Parse(folder.Read(frozen.Name, "metadata.json")).RootElement;
        var citation = Encoding.UTF8.GetString(folder.Read(frozen.Name, "CITATION.cff")!);

        Assert.Equal((HostileStudy, "2030-01-01T00:00:00Z", 10), (metadata.GetProperty("study").GetString(), metadata.GetProperty("as_of").GetString(), metadata.GetProperty("limits").GetProperty("minimum_posts").GetInt32()));
        Assert.Equal(["relevance", "sentiment", "stance"], metadata.GetProperty("scorers").EnumerateArray().Select(scorer => scorer.GetProperty("kind").GetString()));
        Assert.Equal(42, metadata.GetProperty("series").GetArrayLength());
        Assert.All(
            metadata.GetProperty("series").EnumerateArray().Where(series => series.GetProperty("measure").GetString() is "favor" or "against" or "neutral"),
            series => Assert.Equal("uncorrected: not for publication", series.GetProperty("mark").GetString()));
        Assert.Contains("""title: "A \u0022study\u0022\n: *x \u003Cb\u003E" """.TrimEnd(), citation, StringComparison.Ordinal);
        Assert.Contains($"value: \"sha256:{FrozenFiles.Hash(folder.Read(frozen.Name, "data.csv")!)}\"", citation, StringComparison.Ordinal);
        Assert.Contains("\nversion: \"2030-01-01\"\ndate-released: 2030-01-01\nidentifiers:\n", citation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.csv", false, "data.csv was changed")]
    [InlineData("metadata.json", true, "metadata.json is gone")]
    [InlineData("SHA256SUMS", false, "SHA256SUMS is not the one that the name stands for")]
    public void Find_NamesWhatWasChanged(string file, bool gone, string fault)
    {
        var folder = Folder("a");
        var frozen = folder.Freeze(_store.Database, new());
        var path = Path.Combine(folder.Path, frozen.Name, file);
        if (gone)
            File.Delete(path);
        else
            File.AppendAllText(path, "# more\n");

        Assert.Equal([fault], folder.Find(frozen.Name)!.Faults);
        Assert.Contains("was changed since", Assert.Throws<LensException>(() => folder.Freeze(_store.Database, new())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void Names_CannotLeaveTheFolder(string name)
    {
        var folder = Folder("a");
        var frozen = folder.Freeze(_store.Database, new());

        Assert.Null(folder.Find(name));
        Assert.Null(folder.Read(name, "data.csv"));
        Assert.Null(folder.Read(frozen.Name, name));
        Assert.Null(folder.Read(frozen.Name, $"../{frozen.Name}/data.csv"));
        Assert.Throws<TrendException>(() => folder.Freeze(_store.Database, new(), name));
    }

    [Fact]
    public void Parse_RefusesWhatIsFrozenAnyway() => Assert.Equal(
        "key 'measure' is unknown; use one of by, from, until, source, class, community.",
        Assert.Throws<TrendException>(() => FrozenFolder.Parse([KeyValuePair.Create("measure", (string?)"share")])).Message);

    private FrozenFolder Folder(string name) => new(_home.File(name));

    private static List<string> Rows(FrozenFolder folder, FrozenSnapshot frozen) =>
        [.. Encoding.UTF8.GetString(folder.Read(frozen.Name, "data.csv")!).TrimEnd('\n').Split('\n').Skip(1)];

    private static StoreBuilder Filled()
    {
        var store = new StoreBuilder();
        var (one, two) = (store.Community("one"), store.Community("two"));
        store.Covers("2023-01-01", "2023-05-01").Reads("2023-01-05", 300, one).Reads("2023-02-05", 300, two);
        for (var author = 1; author <= 40; author++)
        {
            var item = store.Post("2023-01-05", author % 2 == 0 ? one : two, 70_000 + author, author % 7 * 0.1, author % 3 == 0 ? "FAVOR" : "AGAINST", author <= 6 ? "lsd" : "mdma");
            store.Execute("insert into item_text (item_id, text) values (@item, @text)", new { item, text = $"secret words number {author}" });
        }

        store.Posts("2023-03-05", 4, one, 0.5);
        for (var i = 0; i < 20; i++)
            store.Post("2023-04-05", two, 90_000 + i % 3, 0.2);
        store.Execute("insert into study (name, value) values ('name', @HostileStudy)", new { HostileStudy });
        return store.RollUp();
    }
}
