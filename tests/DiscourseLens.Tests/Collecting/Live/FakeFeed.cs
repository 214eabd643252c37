using System.Globalization;
using System.Net;
using System.Text;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Feeds;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A feed of the newest entries, RSS or Atom, that says when nothing changed. It dates an entry when it came out.</summary>
internal sealed class FakeFeed(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    /// <summary>Entries it shows.</summary>
    public int Most { get; set; } = 25;

    /// <summary>Whether it is Atom.</summary>
    public bool IsAtom { get; set; } = posts.All.Count % 2 == 0;

    public override string Community => "127.0.0.1";

    public override ISource Connect(SourceClient client) => new FeedSource(new() { Address = new Uri(Address, "feed.xml") }, client, Time);

    public override string IdOf(FakePost post) => string.Create(CultureInfo.InvariantCulture, $"entry-{post.Number}");

    public override IEnumerable<FakePost> Collectable => Posts.All.Select(AsEntry);

    protected override Task GiveAsync(HttpContext http)
    {
        var shown = Posts.Showing.Select(AsEntry).OrderByDescending(post => post.Created).ThenByDescending(post => post.Number).Take(Most).ToList();
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{shown.Sum(post => post.Number)}-{shown.Count}\"");
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        http.Response.ContentType = IsAtom ? "application/atom+xml" : "application/rss+xml";
        var entries = string.Concat(Faults.Mess(shown).Select(post => IsAtom ? Atom(post) : Rss(post)));
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(IsAtom
            ? $"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Town</title><id>town</id><updated>2026-01-01T00:00:00Z</updated>{entries}</feed>"""
            : $"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Town</title><link>https://town.example/</link><description>All</description>{entries}</channel></rss>"""),
            http.RequestAborted).AsTask();
    }

    private static FakePost AsEntry(FakePost post) => post with
    {
        Created = new DateTimeOffset(post.Visible.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero),
        Thread = post.Number,
        Parent = null,
    };

    private string Atom(FakePost post) => string.Create(CultureInfo.InvariantCulture, $"""
        <entry><id>{IdOf(post)}</id><title>{post.Title}</title><author><name>{post.Author}</name></author>
        <link href="https://town.example/{post.Number}"/><updated>{post.Created:yyyy-MM-dd'T'HH:mm:ssK}</updated><published>{post.Created:yyyy-MM-dd'T'HH:mm:ssK}</published>
        <content type="html">{WebUtility.HtmlEncode($"<p>{post.Text}</p>")}</content></entry>
        """);

    private string Rss(FakePost post) => string.Create(CultureInfo.InvariantCulture, $"""
        <item><guid isPermaLink="false">{IdOf(post)}</guid><title>{post.Title}</title><dc:creator>{post.Author}</dc:creator>
        <link>https://town.example/{post.Number}</link><pubDate>{post.Created:r}</pubDate>
        <description><![CDATA[<p>{post.Text}</p>]]></description></item>
        """);
}
