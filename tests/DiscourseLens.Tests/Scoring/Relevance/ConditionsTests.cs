using DiscourseLens.Scoring.Language;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class ConditionsTests
{
    [Fact]
    public void Terms_StandInTheShippedLexicon_AsTermsOfAConditionThatAreRead()
    {
        var terms = TermLexicon.LoadShipped().Entries
            .Where(entry => entry.Concept == Concepts.Condition && entry.Guard != TermGuard.Block).Select(entry => entry.Term).ToHashSet();

        Assert.DoesNotContain(Conditions.All.SelectMany(each => each.Terms), term => !terms.Contains(term));
        Assert.Equal(17, Conditions.All.Select(each => each.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Psilocybin helped my depression and my PTSD.", "depression ptsd")]
    [InlineData("Ketamine for anxiety, and I drink less: alcoholism is in the family.", "addiction alcohol anxiety")]
    [InlineData("MDMA therapy made me less anxious about my mental health.", "")]
    [InlineData("Psilocybin and the Great Depression, a study of anti-anxiety medicines.", "")]
    public void NamedBy_TellsWhatTheReaderFinds(string text, string conditions)
    {
        var mentions = new TermReader(TermLexicon.LoadShipped()).Read(text, CommunityClass.General).All;

        Assert.Equal(conditions, string.Join(' ', mentions.Where(mention => mention.Concept == Concepts.Condition)
            .SelectMany(mention => Conditions.NamedBy(mention.Term)).Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Привет, как твои дела, мой дорогой друг?", "ru")]
    [InlineData("Das ist ein sehr langer deutscher Satz über die Behandlung von Krankheiten.", "de")]
    [InlineData("ok", null)]
    public void Languages_HaveANameForWhatIsFound(string text, string? code)
    {
        Assert.Equal(code, new LanguageReader().Detect(text));
        Assert.Contains(code ?? LanguageNames.Undecided, LanguageNames.All.Keys);
    }
}
