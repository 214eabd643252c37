using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class TermReaderTests
{
    [Theory]
    [InlineData("They study psilocybin and psilocin", Concepts.Psilocybin)]
    [InlineData("Esketamine, sold as Spravato", Concepts.Ketamine)]
    [InlineData("an MDMA-assisted approach", Concepts.Mdma)]
    [InlineData("LSD's history", Concepts.Lsd)]
    [InlineData("5-MeO-DMT or 5meo", Concepts.Other)]
    [InlineData("ibogaine and mescaline", Concepts.Other)]
    [InlineData("magic mushrooms were on the news", Concepts.Psilocybin)]
    [InlineData("psychedelics are back", Concepts.General)]
    [InlineData("psylocibin for beginners", Concepts.Psilocybin)]
    [InlineData("ayuhuasca in the jungle", Concepts.Other)]
    [InlineData("they gave her ketamin", Concepts.Ketamine)]
    [InlineData("midomafetamine", Concepts.Mdma)]
    [InlineData("he fell into a k-hole", Concepts.Ketamine)]
    [InlineData("lemon tek again", Concepts.Psilocybin)]
    [InlineData("golden teachers grow slowly", Concepts.Psilocybin)]
    public void Read_FindsPlainName_WhenGeneralCommunity(string text, Concepts expected) =>
        Assert.Equal(expected, Substances(text, CommunityClass.General));

    [Theory]
    [InlineData("dropped two tabs of acid at the lake", Concepts.Lsd)]
    [InlineData("we were rolling on molly", Concepts.Mdma)]
    [InlineData("a pill of ecstasy", Concepts.Mdma)]
    [InlineData("3 grams of dried mushrooms", Concepts.Psilocybin)]
    [InlineData("3.5g mushrooms in tea", Concepts.Psilocybin)]
    [InlineData("200ug acid was a lot", Concepts.Lsd)]
    [InlineData("200 ug of acid was a lot", Concepts.Lsd)]
    [InlineData("smoked DMT, saw entities", Concepts.Other)]
    [InlineData("some shrooms in the woods", Concepts.Psilocybin)]
    [InlineData("special k at a club", Concepts.Ketamine)]
    [InlineData("xtc from a stranger", Concepts.Mdma)]
    [InlineData("san pedro cactus brew", Concepts.Other)]
    public void Read_AdmitsSlang_WhenCueIsNear(string text, Concepts expected) =>
        Assert.Equal(expected, Substances(text, CommunityClass.General));

    [Theory]
    [InlineData("my stomach acid is back")]
    [InlineData("acid reflux keeps me up")]
    [InlineData("amino acids and lactic acid")]
    [InlineData("acid rain killed the pines")]
    [InlineData("acid house night with a tab open")]
    [InlineData("databases with ACID transactions")]
    [InlineData("Molly from accounting says hi")]
    [InlineData("my molly fish had fry, 3 of them in the tank taking food")]
    [InlineData("pure ecstasy when the choir began")]
    [InlineData("the letter E, and X as well")]
    [InlineData("I took E street home")]
    [InlineData("special K cereal for breakfast")]
    [InlineData("k, see you at 8, that's 10k")]
    [InlineData("the kitty sleeps on the couch")]
    [InlineData("mushroom risotto recipe with 200 g of rice")]
    [InlineData("shrooms on pizza, cook them first")]
    [InlineData("Mario grabs the mushroom")]
    [InlineData("lion's mane and reishi tea")]
    [InlineData("took a dose of lion's mane mushrooms")]
    [InlineData("ok boomer, mind the gap generation")]
    [InlineData("baseball caps, 3 g lighter")]
    [InlineData("Freud wrote of penis envy")]
    [InlineData("we went on a trip and I tripped over a root, tripping out")]
    [InlineData("my neurologist changed my DMT, the MS had a relapse and I smoked")]
    [InlineData("psychedelic rock and psychedelic trance bands")]
    [InlineData("The Psychedelic Furs")]
    [InlineData("a limited slip differential, LSD for short")]
    [InlineData("XTC is a band, their album Skylarking")]
    [InlineData("cannabis, kratom, salvia, nitrous, DXM and SSRIs")]
    [InlineData("microdosing ozempic")]
    [InlineData("San Pedro, California")]
    [InlineData("KAP and RDT and IV")]
    public void Read_FindsNoSubstance_WhenFalseSense(string text) =>
        Assert.Equal(Concepts.None, Substances(text, CommunityClass.General));

    [Theory]
    [InlineData("acid last night", Concepts.Lsd)]
    [InlineData("ket again", Concepts.Ketamine)]
    [InlineData("took e and danced", Concepts.Mdma)]
    [InlineData("mushrooms were kind to me", Concepts.Psilocybin)]
    [InlineData("my first DMT", Concepts.Other)]
    [InlineData("boomers were strong", Concepts.Psilocybin)]
    [InlineData("aya next month", Concepts.Other)]
    public void Read_AdmitsSlang_WhenSubstanceCommunity(string text, Concepts expected)
    {
        Assert.Equal(expected, Substances(text, CommunityClass.Substance));
        Assert.Equal(Concepts.None, Substances(text, CommunityClass.General));
    }

    [Theory]
    [InlineData("acid reflux again")]
    [InlineData("E is a letter, K is another")]
    [InlineData("lion's mane only")]
    [InlineData("psychedelic art")]
    [InlineData("mushroom soup recipe")]
    public void Read_KeepsBlocking_WhenSubstanceCommunity(string text) =>
        Assert.Equal(Concepts.None, Substances(text, CommunityClass.Substance));

    [Theory]
    [InlineData("KAP on Friday")]
    [InlineData("my RDT dose")]
    [InlineData("IMK helped")]
    public void Read_AdmitsAcronym_WhenTherapyCommunityAndCapitals(string text)
    {
        Assert.Equal(Concepts.Ketamine, Substances(text, CommunityClass.Therapy));
        Assert.Equal(Concepts.None, Substances(text.ToLowerInvariant(), CommunityClass.Therapy));
    }

    [Fact]
    public void Read_TakesMapsForTheAssociation_WhenCapitalsAndCue()
    {
        Assert.Contains(All("MAPS funds MDMA trials"), mention => mention.Term == "maps");
        Assert.DoesNotContain(All("maps of MDMA use"), mention => mention.Term == "maps");
        Assert.DoesNotContain(All("MAPS OF THE CITY"), mention => mention.Term == "maps");
    }

    [Fact]
    public void Read_AdmitsSlang_WhenContextNamesTheConcept()
    {
        Assert.Equal(Concepts.None, Substances("acid did that to me", CommunityClass.General));
        var mentions = Shipped.Reader.Read("acid did that to me", CommunityClass.General, Concepts.Lsd);
        Assert.Equal("context", Assert.Single(mentions.All).Rule);
    }

    [Fact]
    public void Read_AdmitsSlang_WhenSameTextNamesTheConcept() =>
        Assert.Contains(All("Molly is pricey. A long walk later we talked of nothing else than of course MDMA."),
            mention => mention is { Term: "molly", Rule: "cue" or "text" });

    [Theory]
    [InlineData("m0lly pills at a rave", Concepts.Mdma)]
    [InlineData("ket@mine for sadness", Concepts.Ketamine)]
    [InlineData("k3tam1ne", Concepts.Ketamine)]
    [InlineData("ke\u200Bta\u200Bmine", Concepts.Ketamine)]
    [InlineData("ＭＤＭＡ", Concepts.Mdma)]
    [InlineData("𝐦𝐝𝐦𝐚", Concepts.Mdma)]
    [InlineData("PSILOCYBIN", Concepts.Psilocybin)]
    [InlineData("magic\nmushrooms", Concepts.Psilocybin)]
    [InlineData("magic-mushroom", Concepts.Psilocybin)]
    [InlineData("ketamine’s effect", Concepts.Ketamine)]
    public void Read_SeesThroughSpelling(string text, Concepts expected) =>
        Assert.Equal(expected, Substances(text, CommunityClass.General));

    [Theory]
    [InlineData("plate L5D 1SD, 4c1d")]
    [InlineData("sandman dammdma ketaminelike")]
    public void Read_FindsNothing_InsideOtherWords(string text) =>
        Assert.Equal(Concepts.None, Substances(text, CommunityClass.General));

    [Fact]
    public void Read_ReportsOffsetsOfTheOriginal()
    {
        const string Text = "🍄 “Ke\u200Btamine” and ﬁne ＬＳＤ";
        var spans = All(Text).Select(mention => Text.Substring(mention.Start, mention.Length));
        Assert.Equal(["Ke\u200Btamine", "ＬＳＤ"], spans);
    }

    [Fact]
    public void Read_SetsNoFlag_WhenOnlyWeakOrMild()
    {
        var mentions = Shipped.Reader.Read("a session with a dose, my psychosis, an addict", CommunityClass.General);
        Assert.Equal(Concepts.None, mentions.Found);
        Assert.NotEmpty(mentions.All);
    }

    private static Concepts Substances(string text, CommunityClass community) =>
        Shipped.Reader.Read(text, community).Found & Concepts.Substances;

    private static IEnumerable<Mention> All(string text) => Shipped.Reader.Read(text, CommunityClass.General).All;
}
