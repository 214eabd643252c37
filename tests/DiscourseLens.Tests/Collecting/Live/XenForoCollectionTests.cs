using System.Text;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class XenForoCollectionTests : CollectionContract
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    protected override double Hourly => 6;

    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeXenForo(time, faults, posts);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Posts_AreWhatThePagesShow(bool is23)
    {
        await using var fake = await StartAsync();
        fake.Is23 = is23;
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        new LiveCheck(study, fake).Exact();
        var rows = study.Rows("select native_id, thread_id, coalesce(parent_id, ''), created_ms, state, author_state, coalesce(text, '') from item left join item_text on item_id = id").ToHashSet();
        Assert.All(fake.Collectable, post => Assert.Contains(Row(post), rows));
    }

    [Fact]
    public async Task Robots_AreObeyed()
    {
        await using var fake = await StartAsync();
        fake.Robots = "User-agent: discourselens\nDisallow: /threads/\n\nUser-agent: *\nAllow: /\n";
        using var study = new LiveStudy(fake);
        var report = await study.CollectAsync();
        Assert.Contains("robots.txt", Assert.Single(report.Places).Trouble, StringComparison.Ordinal);
        Assert.DoesNotContain(fake.Seen, request => request.Path.StartsWith("/threads/", StringComparison.Ordinal));
        Assert.Equal(["failed"], study.Rows("select distinct state from live_window"));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(503, false)]
    public async Task Robots_ThatAreNotThere_AllowAll_AndThatCannotBeHad_Nothing(int status, bool isRead)
    {
        await using var fake = await StartAsync();
        fake.RobotsStatus = status;
        fake.Robots = "";
        using var study = new LiveStudy(fake);
        var trouble = await Record.ExceptionAsync(() => study.CollectAsync());
        Assert.Equal(isRead, trouble is null);
        Assert.Equal(isRead, fake.Seen.Any(request => request.Path != "/robots.txt"));
    }

    [Fact]
    public async Task Robots_DelayIsKept()
    {
        await using var fake = await StartAsync();
        fake.Robots = "User-agent: *\nCrawl-delay: 30\n";
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        var pages = fake.Seen.Where(request => request.Path != "/robots.txt").ToList();
        Assert.True(pages.Count > 20);
        Assert.All(pages.Zip(pages.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("/threads/a.1/", true)]
    [InlineData("/members/1/", false)]
    [InlineData("/members/open/1/", true)]
    [InlineData("/forums/a.1/?order=x", false)]
    [InlineData("/file.pdf", false)]
    [InlineData("/file.pdf?x", true)]
    [InlineData("/a/b/c", false)]
    [InlineData("/same", true)]
    public void Robots_LongestRuleWins(string path, bool isAllowed)
    {
        const string File = """
            # a comment
            User-agent: other
            Disallow: /

            User-agent: someone
            User-agent: DiscourseLens # ours
            Disallow: /members/
            Allow: /members/open/
            Disallow: /*?order=
            Disallow: /*.pdf$
            Disallow: /a/*/c
            Disallow: /same
            Allow: /same
            Disallow:
            """;
        Assert.Equal(isAllowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(File), "discourselens").Allows(path));
    }

    [Fact]
    public void Robots_ForAll_HoldWhereNoneAreForUs()
    {
        var rules = RobotsRules.Parse("User-agent: *\r\nDisallow: /x\r\nCrawl-delay: 2.5\r\nUser-agent: other\r\nDisallow: /"u8, "discourselens");
        Assert.False(rules.Allows("/xy"));
        Assert.True(rules.Allows("/y"));
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.Delay);
    }

    private static string Row(FakePost post)
    {
        var state = FakeXenForo.IsNotice(post) ? PostState.RemovedByModerator : PostState.Live;
        var text = FakeXenForo.IsNotice(post) ? "" : post.IsComment ? post.Text : $"{post.Title}\n\n{post.Text}";
        var parent = FakeXenForo.IsNotice(post) ? post.Thread : post.Parent;
        return $"{post.Number}|{post.Thread}|{parent}|{post.Created.ToUnixTimeMilliseconds()}|{state}|{(FakeXenForo.IsGuest(post) ? "absent" : "named")}|{text}";
    }

    private static async Task<FakeXenForo> StartAsync()
    {
        var time = new LeapingTime(s_now);
        var fake = new FakeXenForo(time, new Faults(1, 0), new FakePosts(3, time, s_now.AddHours(-40), s_now.AddHours(-30), 15));
        await fake.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }
}
