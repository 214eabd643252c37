using DiscourseLens.Web;

namespace DiscourseLens.App;

/// <summary>The page; the section <c>Page</c> of the settings.</summary>
internal sealed class PageSettings
{
    private const int MostHosts = 50;

    /// <summary>Origins whose pages may show <c>/embed</c> in a frame; none for nobody.</summary>
    public IReadOnlyList<string> EmbedHosts { get; init; } = [];

    /// <exception cref="LensException">A host is no origin, or there are too many.</exception>
    public void Check()
    {
        SettingCheck.Require(EmbedHosts.Count <= MostHosts, "Page:EmbedHosts", $"{EmbedHosts.Count} hosts", "give at most 50");
        foreach (var host in EmbedHosts)
            SettingCheck.Require(EmbedOptions.IsOrigin(host), "Page:EmbedHosts", host, "write an origin such as https://www.example.org");
    }
}
