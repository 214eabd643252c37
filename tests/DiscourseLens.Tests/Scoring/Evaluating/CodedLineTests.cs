using System.Text;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Tests.Scoring.Evaluating;

public sealed class CodedLineTests
{
    [Fact]
    public void Read_TakesEveryField()
    {
        var coded = CodedLine.Read(Encoding.UTF8.GetBytes(
            """{"uid":7,"subreddit":"ptsd","title":"T","text":"It helped.","parent":{"title":"PT","text":"P"},"label":"favor","author":"a1","thread":"t1","substance":"KET","inclusion_probability":0.2}"""));
        Assert.Equal(StanceLabel.Favor, coded.Label);
        Assert.Equal(("7", "ptsd", "T", "It helped.", "PT", "P"),
            (coded.Text.Uid, coded.Text.Community, coded.Text.Title, coded.Text.Text, coded.Text.ParentTitle, coded.Text.ParentText));
        Assert.Equal(("a1", "KET", 0.2), (coded.Cluster, coded.Substance, coded.InclusionProbability));
    }

    [Theory]
    [InlineData("""{"text":"a"}""", "no label")]
    [InlineData("""{"label":"FAVOR"}""", "no text")]
    [InlineData("""{"text":"a","label":"1"}""", "label '1' is none of FAVOR, AGAINST, NEUTRAL and UNRELATED")]
    [InlineData("""{"text":"a","label":"PRO"}""", "label 'PRO' is none of FAVOR, AGAINST, NEUTRAL and UNRELATED")]
    [InlineData("""{"text":"a","label":"FAVOR","inclusion_probability":0}""", "inclusion_probability 0 is not above 0 and at most 1")]
    [InlineData("""{"text":"a","label":"FAVOR","inclusion_probability":1.5}""", "inclusion_probability 1.5 is not above 0 and at most 1")]
    [InlineData("oh", "not valid JSON")]
    public void Read_SaysWhatIsWrong(string line, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => CodedLine.Read(Encoding.UTF8.GetBytes(line))).Message, StringComparison.Ordinal);
}
