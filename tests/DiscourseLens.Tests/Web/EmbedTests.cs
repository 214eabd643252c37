using DiscourseLens.Tests.Support;
using DiscourseLens.Web;

namespace DiscourseLens.Tests.Web;

public sealed class EmbedTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("/embed?measure=share", "https://a.example https://*.b.example:8443")]
    [InlineData("/embed.html", "https://a.example https://*.b.example:8443")]
    [InlineData("/", "'none'")]
    [InlineData("/index.html", "'none'")]
    [InlineData("/embed/", "'none'")]
    [InlineData("/embed/index.html", "'none'")]
    [InlineData("/api/options", "'none'")]
    [InlineData("/js/embed.js", "'none'")]
    public async Task Frames_AreAllowed_ForTheEmbeddedChartAlone(string path, string ancestors)
    {
        await using var site = await TestSite.StartAsync(
            _store, services => services.AddSingleton(new EmbedOptions(["https://a.example", "https://*.b.example:8443"])));

        using var answer = await site.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith($"; frame-ancestors {ancestors}", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_HasNoInlineCode()
    {
        await using var site = await TestSite.StartAsync(_store);

        var page = await site.TextAsync("/embed");

        Assert.Contains("they are not public opinion", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<style|style=|<script>|\\son[a-z]+=", page);
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("https://*.example.org:8443", true)]
    [InlineData("https://a-b.example", true)]
    [InlineData("example.org", false)]
    [InlineData("*", false)]
    [InlineData("'self'", false)]
    [InlineData("https://", false)]
    [InlineData("https://example.org/", false)]
    [InlineData("https://exa*mple.org", false)]
    [InlineData("https://-a.example", false)]
    [InlineData("https://example.org; script-src *", false)]
    [InlineData("https://example.org https://evil.example", false)]
    [InlineData("https://example.org\n", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    public void Origins_AreSchemeHostAndPort(string text, bool right) => Assert.Equal(right, EmbedOptions.IsOrigin(text));
}
