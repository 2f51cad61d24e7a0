window.onbeforeunload = () => false;
