using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

/// <summary>Who may frame the chart, from the settings to the served policy.</summary>
public sealed class PageSettingsTests
{
    [Theory]
    [InlineData("example.org")]
    [InlineData("https://example.org; script-src *")]
    public async Task EmbedHost_IsRefused_WhenItIsNoOrigin(string host)
    {
        using var home = new TempFolder();
        File.WriteAllText(home.File("appsettings.Local.json"), $$"""{"Page": {"EmbedHosts": ["https://fine.example", "{{host}}"]} }""");

        var run = await ProgramRun.Of(home, "trend");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The setting Page:EmbedHosts is '{host}'; write an origin such as https://www.example.org.", run.Errors, StringComparison.Ordinal);
    }
}
