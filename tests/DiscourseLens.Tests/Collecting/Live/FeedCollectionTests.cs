using System.Net;
using System.Text;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Feeds;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class FeedCollectionTests : CollectionContract
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    protected override double Hourly => 8;

    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeFeed(time, faults, posts);

    [Fact]
    public async Task UnchangedFeed_IsNotSentAgain_AndItsTimeIsComplete()
    {
        await using var fake = await StartAsync(s_now.AddHours(-40), s_now.AddHours(-39), 20);
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        fake.Time.Leap(TimeSpan.FromHours(3));
        await study.CollectAsync();
        Assert.Null(fake.Seen[0].IfNoneMatch);
        Assert.NotNull(fake.Seen[1].IfNoneMatch);
        Assert.Equal(["missing", "complete"], study.Rows("select state from live_window order by from_ms").Distinct());
        new LiveCheck(study, fake).Exact();
    }

    [Fact]
    public async Task EntriesTooYoungForTheWindow_AreKept_AndCountedByTheNext()
    {
        await using var fake = await StartAsync(s_now.AddMinutes(-20), s_now, 60);
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        var stored = study.Scalar<long>("select count(*) from item");
        Assert.Equal(fake.Posts.Showing.Count(post => post.Created < fake.Time.GetUtcNow()), stored);
        Assert.InRange(study.Scalar<long>("select sum(fetched) from live_window"), 0, stored - 1);
        fake.Time.Leap(TimeSpan.FromHours(24));
        await study.CollectAsync();
        new LiveCheck(study, fake).Exact();
    }

    [Fact]
    public async Task EntriesThatFellOff_AreTold_AndAboutHowMany()
    {
        await using var fake = await StartAsync(s_now.AddHours(-1), s_now.AddHours(60), 10);
        using var study = new LiveStudy(fake);
        await study.CollectAsync();
        fake.Time.Leap(TimeSpan.FromHours(41));
        await study.CollectAsync();
        var lost = fake.Posts.Showing.Count() - study.Scalar<long>("select count(*) from item");
        Assert.InRange(lost, 300, 450);
        Assert.InRange(study.Scalar<long>("select sum(expected - fetched) from live_window where state = 'truncated'"), lost * 0.5, lost * 2);
    }

    [Theory]
    [InlineData("Tue, 03 Mar 2026 07:08:09 GMT", 1772521689L)]
    [InlineData("Tue, 3 Mar 26 02:08:09 EST", 1772521689L)]
    [InlineData("3 Mar 2026 07:08 UT", 1772521680L)]
    [InlineData("Tue, 03 Mar 2026 09:08:09 +0200", 1772521689L)]
    [InlineData("2026-03-03T09:08:09+02:00", 1772521689L)]
    [InlineData("yesterday", null)]
    public void Dates_AreRead_AsFeedsWriteThem(string text, long? seconds) =>
        Assert.Equal(seconds, FeedDate.Parse(text)?.ToUnixTimeSeconds());

    [Fact]
    public void Entries_SurviveWhatFeedsDoToThem()
    {
        var entries = Read("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://t.example</link><description>d</description>
            <item><title>A &amp;amp; B</title><guid>one</guid><pubDate>nonsense</pubDate><dc:date>2026-03-03T07:08:09Z</dc:date><description>short</description><content:encoded><![CDATA[<p>whole <b>text</b></p>]]></content:encoded></item>
            <item><title>Two</title><link>https://t.example/2</link><description>&amp;lt;p&amp;gt;escaped twice&amp;lt;/p&amp;gt;</description></item>
            <item><title>Three</title><description>no name</description></item>
            </channel></rss>
            """);
        Assert.Equal(("one", 1772521689000L, "A & B", "whole text"), (entries[0].Id, entries[0].CreatedMs, entries[0].Title, entries[0].Body));
        Assert.Equal(("https://t.example/2", null, "escaped twice"), (entries[1].Id, entries[1].CreatedMs, entries[1].Body));
        Assert.StartsWith("hash:", entries[2].Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_AreNotResolved() => Assert.Throws<SourceTroubleException>(() => Read(
        """<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>"""));

    [Fact]
    public void RecordedFeedsOfReddit_GiveReddits_OwnIds()
    {
        var posts = Recorded("https://www.reddit.com/r/x/.rss", "reddit_rss_a2web", "listing.rss");
        Assert.NotEmpty(posts);
        Assert.All(posts, post => Assert.StartsWith("t3_", post.NativeId, StringComparison.Ordinal));
        Assert.All(posts, post => Assert.DoesNotContain("submitted by", post.Body, StringComparison.Ordinal));
        Assert.All(posts, post => Assert.Equal("gravelcycling", post.Community));
        Assert.All(posts, post => Assert.DoesNotContain("/u/", post.Author ?? "", StringComparison.Ordinal));
        var thread = Recorded("https://www.reddit.com/r/x/.rss", "reddit_rss_a2web", "thread.rss");
        Assert.Contains(thread, post => post.Kind == PostKind.Comment);
        Assert.Single(thread.Select(post => post.ThreadId).Distinct());
    }

    [Theory]
    [InlineData("posts.rss")]
    [InlineData("t_2108.rss")]
    public void RecordedFeedsOfForums_AreRead(string name)
    {
        var posts = Recorded("https://forum.example.org/posts.rss", "discourse_criticalfallibilism", name);
        Assert.NotEmpty(posts);
        Assert.Equal(posts.Count, posts.Select(post => post.NativeId).Distinct().Count());
        Assert.All(posts, post => Assert.NotNull(post.Author));
        Assert.All(posts, post => Assert.DoesNotContain("</", post.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("old_reddit_over18_interstitial.html")]
    [InlineData("old_reddit_network_policy_block.html")]
    public void PagesInPlaceOfFeeds_AreNoFeeds(string name) => Assert.Throws<SourceTroubleException>(
        () => Read(File.ReadAllText(SharedData.Require("api", "reddit_rss_a2web", name))));

    private static List<FetchedPost> Recorded(string address, string folder, string name)
    {
        var reader = new FeedPost(new() { Address = new Uri(address) });
        var entries = Read(File.ReadAllText(SharedData.Require("api", folder, name)));
        return [.. entries.Select(entry => reader.Read(entry, Assert.NotNull(entry.CreatedMs)))];
    }

    private static IReadOnlyList<FeedEntry> Read(string xml) =>
        FeedDocument.Read(new SourceAnswer("test", HttpStatusCode.OK, "text/xml", Encoding.UTF8.GetBytes(xml)));

    private static async Task<FakeFeed> StartAsync(DateTimeOffset from, DateTimeOffset until, double hourly)
    {
        var time = new LeapingTime(s_now);
        var fake = new FakeFeed(time, new Faults(1, 0), new FakePosts(3, time, from, until, hourly));
        await fake.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }
}
