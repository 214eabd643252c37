using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Web;

public sealed class PageHostTests : IDisposable
{
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/js/main.js", 200)]
    [InlineData("/embed", 200)]
    [InlineData("/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js", 200)]
    [InlineData("/api/options", 200)]
    [InlineData("/api/trend?by=decade", 400)]
    [InlineData("/nowhere", 404)]
    [InlineData("/test/broken", 500)]
    public async Task Headers_KeepTextFromBecomingCode_OnEveryAnswer(string path, int status)
    {
        await using var site = await TestSite.StartAsync(_store);

        using var answer = await site.GetAsync(path);

        string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.StartsWith("default-src 'self'; script-src 'self'; style-src 'self'; ", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Contains("geolocation=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Errors_KeepTheirReason_ToTheLog()
    {
        await using var site = await TestSite.StartAsync(_store);
        using var answer = await site.GetAsync("/test/broken");

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasNoInlineCode()
    {
        await using var site = await TestSite.StartAsync(_store);

        var page = await site.TextAsync("/");

        Assert.Contains("<h1 id=\"headline\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<style|style=|<script>|\\son[a-z]+=", page);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains(
            "Shares describe posts collected from named communities; they are not public opinion and not evidence that a treatment works.",
            string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_TellWhatTheStoreCanBeAsked()
    {
        var (big, small) = (_store.Community("Big"), _store.Community("<b>small</b>"));
        _store.Covers("2023-01-01", "2023-03-01", captured: "2023-03-04")
            .Posts("2023-01-05", 12, big, language: "en", terms: ["ptsd", "depress*"]).Posts("2023-01-05", 3, small)
            .Reads("2023-01-05", 15, big, captured: "2023-03-02").RollUp();
        _store.Execute("insert into study (name, value) values ('name', 'A study'), ('notice', 'Invented.')");
        await using var site = await TestSite.StartAsync(_store);

        var options = await site.JsonAsync("/api/options");

        Assert.Equal(
            ["Big|general|12", "<b>small</b>|general|<10"],
            options.GetProperty("communities").EnumerateArray().Select(each =>
                $"{each.GetProperty("name")}|{each.GetProperty("class")}|{each.GetProperty("posts")}"));
        Assert.Equal("A study Invented.", $"{options.GetProperty("study")} {options.GetProperty("notice")}");
        Assert.Equal("2023-01-01 2023-03-01", $"{options.GetProperty("first")} {options.GetProperty("until")}");
        Assert.Equal("2023-03-04T00:00:00Z", options.GetProperty("asOf").GetString());
        Assert.Equal("""["volume","share","sentiment","favor","against","neutral","net"]""", options.GetProperty("measures").GetRawText());
        Assert.Equal("""[{"id":"depression","name":"depression"},{"id":"ptsd","name":"PTSD"}]""", options.GetProperty("conditions").GetRawText());
        Assert.Equal("""[{"id":"und","name":"an undecided language"},{"id":"en","name":"English"}]""", options.GetProperty("languages").GetRawText());
        Assert.Equal("""["day","week","month","quarter","year"]""", options.GetProperty("grains").GetRawText());
    }
}
