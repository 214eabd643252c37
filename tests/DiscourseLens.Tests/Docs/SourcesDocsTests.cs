using System.Text;
using DiscourseLens.App;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Tests.Collecting.Live;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

/// <summary>The settings that the document gives for each kind of source, tried as they stand but for the address.</summary>
public sealed class SourcesDocsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Headings => [.. Samples().Select(sample => sample.Heading)];

    [Fact]
    public void Document_HasASampleOfEveryKind_AndARowOfEach()
    {
        var document = Documents.Read("docs/sources.md");
        Assert.Equal(
            SourceKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal),
            Samples().Select(sample => Source(sample.Json).Options.Kind).Order(StringComparer.Ordinal));
        Assert.All(SourceKinds.All, kind => Assert.Contains($"| `{kind.Name}` |", document, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task Sample_Collects(string heading)
    {
        var (name, options, settings) = Source(Samples().Single(sample => sample.Heading == heading).Json);
        var secrets = new SourceSecrets("id", "secret");
        CollectChecks.Check(settings, new Dictionary<string, SourceSecrets> { [name] = secrets });
        var time = new LeapingTime(s_now);
        var posts = new FakePosts(3, time, s_now.AddHours(-46), s_now.AddHours(-38), 12);
        await using var fake = Fake(options, time, posts);
        await fake.StartAsync(TestContext.Current.CancellationToken);
        var politeness = new PolitenessOptions { UserAgent = settings.UserAgent };
        using var http = LiveStudy.Http(fake.Address, politeness, time);
        var local = Bind(Json(heading), ("Address", Path(fake.Address, options.Address)));
        var source = SourceKinds.Find(options.Kind)!.Make(new(local, secrets, new SourceClient(http, politeness, time), time)); // checked above
        using var study = new TestStudy();
        var scope = new ImportScope(source.Places.Select(place => place.Community).OfType<string>().Distinct().ToDictionary(community => community, _ => "general"), "1", (_, _, _, _) => default);
        var report = await new LiveCollector(study.Database, scope, study.Key, time).CollectAsync(
            new(name, options.Kind, options.LegalBasis, TimeSpan.FromDays(options.DepthDays), source), new(), null, TestContext.Current.CancellationToken);
        Assert.True(report.Places[0].Read > 0, report.Places[0].Trouble);
        Assert.All(fake.Seen, request => Assert.Equal(settings.UserAgent, request.UserAgent));
    }

    private static FakeSource Fake(SourceOptions options, LeapingTime time, FakePosts posts)
    {
        var faults = new Faults(1, 0);
        return options.Kind switch
        {
            "HackerNews" => new FakeHackerNews(time, faults, posts),
            "Reddit" => new FakeReddit(time, faults, posts),
            "ArcticShift" => new FakeArcticShift(time, faults, posts),
            "Discourse" => new FakeDiscourse(time, faults, posts),
            "Lemmy" => new FakeLemmy(time, faults, posts) { Name = options.Communities[0] },
            "Feed" => new FakeFeed(time, faults, posts),
            "XenForo" => new FakeXenForo(time, faults, posts) { Board = options.Categories[0] },
            _ => throw new InvalidOperationException($"There is no fake of the kind {options.Kind}."),
        };
    }

    private static string Path(Uri fake, string address) =>
        address.Length == 0 || new Uri(address).AbsolutePath == "/" ? fake.ToString() : new Uri(fake, new Uri(address).AbsolutePath).ToString();

    private static IReadOnlyList<(string Heading, string Json)> Samples() =>
    [
        .. Markdown.Sections(Documents.Read("docs/sources.md"), 2)
            .SelectMany(section => Markdown.Fences(section.Body).Where(fence => fence.Language == "json").Take(1).Select(fence => (section.Heading, fence.Text))),
    ];

    private static string Json(string heading) => Samples().Single(sample => sample.Heading == heading).Json;

    private static (string Name, SourceOptions Options, CollectSettings Settings) Source(string json)
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(RepositoryFolder.PathOf("appsettings.json"));
        var settings = shipped.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Collect").Get<CollectSettings>()!; // the sample has it
        var (name, options) = settings.Enabled.Single();
        return (name, options, settings);
    }

    private static SourceOptions Bind(string json, (string Key, string Value) over)
    {
        var name = Source(json).Name;
        return new ConfigurationBuilder().AddJsonFile(RepositoryFolder.PathOf("appsettings.json"))
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)))
            .AddInMemoryCollection([new($"Collect:Sources:{name}:{over.Key}", over.Value)])
            .Build().GetSection($"Collect:Sources:{name}").Get<SourceOptions>()!; // as above
    }
}
