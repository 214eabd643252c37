namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A site that answers every request alike.</summary>
internal sealed class FakePages(LeapingTime time, Func<HttpContext, Task> give) : FakeSite(time, new Faults(1, 0))
{
    protected override Task GiveAsync(HttpContext http) => give(http);

    public static Task Fine(HttpContext http) => JsonAsync(http, "{\"ok\":true}");
}
