namespace Huanxin.Web.Ui.Figures;

/// <summary>How a state is felt; each has its own icon and colour, and is always said in words as well.</summary>
public enum Tone { Neutral, Draft, Going, Waiting, Done, Late, Refused, Paused }
