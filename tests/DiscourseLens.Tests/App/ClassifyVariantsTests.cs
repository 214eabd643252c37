using System.Text.Json;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.App;

public sealed class ClassifyVariantsTests
{
    [Fact]
    public async Task Classify_KeepsSentiment_AndAddsVariantsAndExplanation()
    {
        using var home = new TempFolder();
        await File.WriteAllTextAsync(home.File("posts.ndjson"), """{"uid":"a","text":"The nurse was kind. The depression was not."}""", TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of(home, "classify", "--explain", home.File("posts.ndjson"));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["uid", "sentiment", "variants", "explanation", "relevance", "stance"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["neg", "neu", "pos", "compound"], json.RootElement.GetProperty("sentiment").EnumerateObject().Select(property => property.Name));
        var variants = json.RootElement.GetProperty("variants");
        Assert.Equal((0.5267, 2), (variants.GetProperty("masked_compound").GetDouble(), variants.GetProperty("sentences").GetInt32()));
        Assert.Equal(
            [("kind", 2.4), ("depression", -2.7)],
            json.RootElement.GetProperty("explanation").GetProperty("tokens").EnumerateArray()
                .Select(token => (token.GetProperty("token").GetString(), token.GetProperty("valence").GetDouble())).Where(token => token.Item2 != 0));
    }
}
