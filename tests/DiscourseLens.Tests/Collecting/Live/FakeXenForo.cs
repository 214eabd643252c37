using System.Globalization;
using System.Text;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.XenForo;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A board of XenForo 2, in the markup of 2.2 or 2.3: sticky threads, threads that jump up, guests, quotes, deleted posts that shift the pages.</summary>
internal sealed class FakeXenForo(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    private const int PerPage = 5;

    /// <summary>The board, as its address has it.</summary>
    public string Board { get; init; } = "town.12";

    /// <summary>Whether times are written as 2.3 does.</summary>
    public bool Is23 { get; set; } = posts.All.Count % 2 == 0;

    /// <summary>The file robots.txt; null for none.</summary>
    public string? Robots { get; set; } = "User-agent: *\nDisallow: /members/\nDisallow: /*?order=\n";

    /// <summary>What robots.txt is answered with.</summary>
    public int RobotsStatus { get; set; } = 200;

    public override string Community => $"127.0.0.1: {Board.Split('.')[0]}";

    public override ISource Connect(SourceClient client) => new XenForoSource(new() { Address = Address, Boards = [Board] }, client, Time);

    public override string IdOf(FakePost post) => post.Number.ToString(CultureInfo.InvariantCulture);

    public override IEnumerable<FakePost> Collectable => Posts.All.Where(post => !IsDeleted(post));

    public static bool IsGuest(FakePost post) => post.Number % 31 == 0;

    public static bool IsNotice(FakePost post) => post.IsComment && post.Number % 23 == 0;

    private static bool IsDeleted(FakePost post) => post.IsComment && post.Number % 19 == 0;

    private static bool IsSticky(long thread) => thread % 7 == 0;

    private IEnumerable<FakePost> Showing => Posts.Showing.Where(post => !IsDeleted(post) && IsOpen(post.Thread));

    protected override Task GiveAsync(HttpContext http) => http.Request.Path.Value!.Trim('/').Split('/') switch
    {
        ["robots.txt"] => Robots is null ? PageAsync(http, "none", 404) : TextAsync(http, Robots, "text/plain", RobotsStatus),
        ["forums", var board] when board == Board => BoardAsync(http, 1),
        ["forums", var board, var page] when board == Board => BoardAsync(http, Number(page["page-".Length..])),
        ["threads", var thread] => ThreadAsync(http, Number(thread[(thread.IndexOf('.') + 1)..]), 1),
        ["threads", var thread, var page] => ThreadAsync(http, Number(thread[(thread.IndexOf('.') + 1)..]), Number(page["page-".Length..])),
        _ => PageAsync(http, """<div class="blockMessage">The requested page could not be found.</div>""", 404),
    };

    private Task BoardAsync(HttpContext http, int page)
    {
        var threads = Showing.GroupBy(post => post.Thread).Select(thread => (Id: thread.Key, Latest: thread.Max(post => post.Created)))
            .OrderByDescending(thread => IsSticky(thread.Id) && page == 1).ThenByDescending(thread => thread.Latest).ToList();
        var shown = page == 1 ? threads.Where(thread => IsSticky(thread.Id)).Concat(threads.Where(thread => !IsSticky(thread.Id)).Take(PerPage))
            : threads.Where(thread => !IsSticky(thread.Id)).Skip((page - 1) * PerPage).Take(PerPage);
        var items = string.Concat(shown.Select(thread => $"""
            <div class="structItem structItem--thread js-inlineModContainer js-threadListItem-{thread.Id}" data-author="writer1">
            <div class="structItem-cell structItem-cell--main">{(IsSticky(thread.Id) ? "<ul class='structItem-statuses'><li><i class='structItem-status structItem-status--sticky'></i></li></ul>" : "")}
            <div class="structItem-title"><a href="/forums/town.12/?prefix_id=1" class="labelLink"><span class="label">Report</span></a> <a href="/threads/thread-{thread.Id}.{thread.Id}/unread" data-tp-primary="on">Thread {thread.Id}</a></div></div>
            <div class="structItem-cell structItem-cell--latest"><a href="/threads/thread-{thread.Id}.{thread.Id}/latest">{Time23("structItem-latestDate u-dt", thread.Latest)}</a></div></div>
            """));
        return PageAsync(http, $"""<div class="structItemContainer">{items}</div>{Next(threads.Count(thread => !IsSticky(thread.Id)) > page * PerPage)}""");
    }

    private Task ThreadAsync(HttpContext http, int id, int page)
    {
        var all = Showing.Where(post => post.Thread == id).OrderBy(post => post.Created).ThenBy(post => post.Number).ToList();
        var last = (all.Count + PerPage - 1) / PerPage;
        if (page > last)
            return PageAsync(http, """<div class="blockMessage">The requested thread could not be found.</div>""", 404);
        var numbers = last == 1 ? "" : $"""<ul class="pageNav-main"><li class="pageNav-page"><a href="/threads/x.{id}/">1</a></li><li class="pageNav-page pageNav-page--skip"><a>…</a></li><li class="pageNav-page"><a href="/threads/x.{id}/page-{last}">{last}</a></li></ul>""";
        return PageAsync(http, $"""
            <h1 class="p-title-value"><span class="label">Report</span><span class="label-append">&nbsp;</span>Thread {id}</h1>{numbers}
            {string.Concat(Faults.Mess(all.Skip((page - 1) * PerPage).Take(PerPage)).OrderBy(post => post.Number).Select(Article))}{Next(page < last)}
            """);
    }

    private string Article(FakePost post)
    {
        var author = int.Parse(post.Author["writer".Length..], CultureInfo.InvariantCulture) + 1;
        var name = IsGuest(post) ? $"<span class='username'>{post.Author}</span>" : $"<a class='username' href='/members/{author}/' data-user-id='{author}'>{post.Author}</a>";
        var quote = post.Parent is { } parent && parent != post.Thread
            ? $"<blockquote class='bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote' data-source='post: {parent}' data-quote='Somebody'>Quoted words<div class='bbCodeBlock-expandLink'><a>Click to expand...</a></div></blockquote>" : "";
        var body = IsNotice(post) ? "<div class='messageNotice messageNotice--deleted'>Deleted by a moderator</div>"
            : $"<div class='message-body'><div class='bbWrapper'>{quote}{post.Text}</div></div>";
        return $"""
            <article class="message message--post{(IsNotice(post) ? " message--deleted" : "")}" data-author="{post.Author}" data-content="post-{post.Number}" id="js-post-{post.Number}">
            <h4 class="message-name">{name}</h4>
            <header class="message-attribution"><ul class="message-attribution-main"><li class="u-concealed"><a href="/threads/x.1/post-{post.Number}">{Time23("u-dt", post.Created)}</a></li></ul></header>
            {body}<aside class="message-signature"><div class="bbWrapper">My signature</div></aside></article>
            """;
    }

    private string Time23(string name, DateTimeOffset at)
    {
        var local = at.ToOffset(TimeSpan.FromHours(-5));
        var stated = string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd'T'HH:mm:ss}-0500");
        return Is23
            ? string.Create(CultureInfo.InvariantCulture, $"""<time class="{name}" datetime="{stated}" data-timestamp="{at.ToUnixTimeSeconds()}" data-time="{local:h:mm tt}">{local:MMM d}</time>""")
            : string.Create(CultureInfo.InvariantCulture, $"""<time class="{name}" {(at.Second % 2 == 0 ? $"datetime=\"{stated}\"" : "")} data-time="{at.ToUnixTimeSeconds()}" data-date-string="Mar 1">{local:MMM d}</time>""");
    }

    private static string Next(bool isThere) => isThere ? """<a class="pageNav-jump pageNav-jump--next" href="/page-2">Next</a>""" : "";

    private static Task PageAsync(HttpContext http, string body, int status = 200) => TextAsync(http,
        $"""<!DOCTYPE html><html id="XF" lang="en-US" data-app="public"><head><title>Town</title></head><body><div class="p-body-content">{body}</div></body></html>""", "text/html", status);

    private static Task TextAsync(HttpContext http, string text, string type, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted).AsTask();
    }

    private bool IsOpen(long thread) => Posts[thread].Visible <= Time.GetUtcNow();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
