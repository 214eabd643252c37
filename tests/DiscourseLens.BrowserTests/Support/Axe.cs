using System.Text.Json;
using Deque.AxeCore.Commons;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>Deque's accessibility rules, run in the page.</summary>
internal static class Axe
{
    private static readonly string s_script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Violations that are serious or critical, one line each.</summary>
    public static IReadOnlyList<string> Serious(Browser browser)
    {
        browser.Driver.ExecuteScript(s_script);
        var result = (string)browser.Driver.ExecuteAsyncScript(
            "const done = arguments[0]; axe.run(document).then(found => done(JSON.stringify(found.violations)), error => done(JSON.stringify([{ id: String(error), impact: 'critical', nodes: [] }])));")!;
        return JsonDocument.Parse(result).RootElement.EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{violation.GetProperty("id")}: {violation.GetProperty("nodes")}")
            .ToList();
    }
}
