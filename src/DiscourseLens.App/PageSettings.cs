using DiscourseLens.Web;

namespace DiscourseLens.App;

/// <summary>The page; the section <c>Page</c> of the settings.</summary>
internal sealed class PageSettings
{
    private const int MostHosts = 50;

    /// <summary>Origins whose pages may show <c>/embed</c> in a frame; none for nobody.</summary>
    public IReadOnlyList<string> EmbedHosts { get; init; } = [];

    /// <summary>Questions that one address may ask the API in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <exception cref="LensException">A host is no origin, or there are too many; or the number of requests is out of range.</exception>
    public void Check()
    {
        SettingCheck.Require(RequestsPerMinute is >= 10 and <= 1_000_000, "Page:RequestsPerMinute", RequestsPerMinute, "give 10 to 1000000 requests");
        SettingCheck.Require(EmbedHosts.Count <= MostHosts, "Page:EmbedHosts", $"{EmbedHosts.Count} hosts", "give at most 50");
        foreach (var host in EmbedHosts)
            SettingCheck.Require(EmbedOptions.IsOrigin(host), "Page:EmbedHosts", host, "write an origin such as https://www.example.org");
    }
}
